// @ts-check
import { html } from '../lib/lit-html/lit-html.js';
import { write } from '../service/json.js';
import { analysis } from './analysis.js';
import { ask } from './dialog.js';

/**
 * @typedef {{transcript: string, analysis: Record<string, any>}} Content
 */

/**
 * Two people changed the same conversation: both versions side by side, and a choice.
 * @param {Content} mine
 * @param {Content} theirs
 * @param {import('../service/templates.js').Schema} schema
 * @returns {Promise<string>} mine, theirs, or anything else to go on editing
 */
export function choose(mine, theirs, schema) {
    const words = mine.transcript !== theirs.transcript;
    const names = Object.keys({ ...mine.analysis, ...theirs.analysis });
    const report = names.filter(name => write(mine.analysis[name]) !== write(theirs.analysis[name]));
    const version = (/** @type {string} */ title, /** @type {Content} */ content) => html`
        <section class="card" aria-label=${title} tabindex="0"><h3>${title}</h3>
            ${words ? html`<p class="words" dir="auto">${content.transcript}</p>` : html`
                <p class="soft small">The transcript is the same in both.</p>`}
            ${report.length ? analysis(only(report, content.analysis), schema) : html`
                <p class="soft small">The analysis is the same in both.</p>`}
        </section>`;
    return ask({
        title: 'This conversation was changed meanwhile',
        body: html`<p>Somebody saved it after you had opened it, perhaps you in another tab. Which version shall stay?
            Only what differs is shown.</p>
            <div class="versions">${version('Yours', mine)}${version('Saved meanwhile', theirs)}</div>`,
        choices: [
            { name: 'edit', label: 'Go on editing' },
            { name: 'theirs', label: 'Take theirs' },
            { name: 'mine', label: 'Keep mine', kind: 'main' },
        ],
        wide: true,
    });
}

/** @returns {Promise<string>} as above */
export function chooseDeleted() {
    return ask({
        title: 'This conversation was deleted meanwhile',
        body: html`<p>Your corrections are still here.</p>`,
        choices: [
            { name: 'edit', label: 'Go on editing' },
            { name: 'theirs', label: 'Leave it deleted' },
            { name: 'mine', label: 'Save it again', kind: 'main' },
        ],
    });
}

/**
 * @param {string[]} names
 * @param {Record<string, any>} members
 */
function only(names, members) {
    return Object.fromEntries(names.map(name => [name, members[name] ?? null]));
}
