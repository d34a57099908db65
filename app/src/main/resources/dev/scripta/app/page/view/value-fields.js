// @ts-check
import { html, nothing } from '../lib/lit-html/lit-html.js';
import { isNumber, parse, write, Written } from '../service/json.js';

/**
 * @typedef {object} Field a part of the form that corrects one value
 * @property {() => unknown} draw
 * @property {() => any} value the last one that could be read
 * @property {() => Record<string, string>} unfinished what cannot be read yet, by the id of its field
 *
 * @typedef {object} Form what fields share
 * @property {() => void} changed
 * @property {Record<string, string>} unfinished texts of an earlier form that could not be read
 *
 * @typedef {{id: string, name: string, form: Form}} More name: what the field is called
 *
 * @typedef {{id: string, input: (event: Event) => void, wrong: string}} Attributes wrong: in words, '' when it is right
 */

/**
 * A field of one text: what is written in it is read at each change, and told to be wrong where it cannot be.
 * @param {More} more
 * @param {any} value
 * @param {object} kind
 * @param {string} kind.shown the value as text
 * @param {(text: string) => any} kind.read throws what is wrong, in words
 * @param {(text: string, attributes: Attributes) => unknown} kind.control
 * @param {string} [kind.hint]
 * @returns {Field}
 */
function written({ id, name, form }, value, { shown, read, control, hint }) {
    let now = value;
    let words = form.unfinished[id] ?? shown;
    let wrong = '';
    const take = () => {
        try {
            now = words === shown ? value : read(words);
            wrong = '';
        } catch (failure) {
            wrong = /** @type {Error} */ (failure).message;
        }
    };
    take();
    const input = (/** @type {Event} */ event) => {
        words = /** @type {HTMLInputElement} */ (event.target).value;
        take();
        form.changed();
    };
    return {
        value: () => now,
        unfinished: () => wrong ? { [id]: words } : {},
        draw: () => html`<div class="field ${shown.length > 60 || shown.includes('\n') ? 'long' : ''}">
            <label for=${id}>${name}</label>
            ${control(words, { id, input, wrong })}
            ${hint ? html`<span class="hint" id="${id}-hint">${hint}</span>` : nothing}
            ${wrong ? html`<span class="wrong" id="${id}-wrong">${wrong}</span>` : nothing}</div>`,
    };
}

/**
 * @param {string} words
 * @param {Attributes} attributes
 * @param {{hint?: boolean, code?: boolean}} more
 */
function area(words, { id, input, wrong }, { hint = false, code = false } = {}) {
    const described = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ');
    return html`<textarea id=${id} dir=${code ? 'ltr' : 'auto'} class=${code ? 'code' : ''} rows="1" .value=${words}
        aria-invalid=${wrong ? 'true' : nothing} aria-describedby=${described || nothing} @input=${input}></textarea>`;
}

/** Free text. @param {string | null | undefined} value @param {More} more */
export function text(value, more) {
    const none = value === undefined ? undefined : null;
    return written(more, value, {
        shown: value ?? '',
        read: words => words.trim() ? words : value === '' ? '' : none,
        control: area,
    });
}

/** A number, kept as it is written. @param {any} value @param {More} more */
export function number(value, more) {
    return written(more, value, {
        shown: value === null || value === undefined ? '' : String(value),
        read: words => {
            const digits = words.trim().replace(',', '.');
            if (!digits) {
                return null;
            }
            if (!isNumber(digits)) {
                throw new Error('Write a number, such as 37.5, or leave it empty.');
            }
            return parse(digits) instanceof Written ? new Written(digits) : Number(digits);
        },
        control: (words, { id, input, wrong }) => html`<input id=${id} class="number" inputmode="decimal"
            autocomplete="off" .value=${words} aria-invalid=${wrong ? 'true' : nothing}
            aria-describedby=${wrong ? `${id}-wrong` : nothing} @input=${input}>`,
    });
}

/** A list of texts. @param {string[] | null} value @param {More} more */
export function lines(value, more) {
    return written(more, value, {
        shown: (value ?? []).join('\n'),
        read: words => words.split('\n').map(one => one.trim()).filter(Boolean),
        control: (words, attributes) => area(words, attributes, { hint: true }),
        hint: 'One entry on each line',
    });
}

/** Anything else. @param {any} value @param {More} more */
export function raw(value, more) {
    return written(more, value, {
        shown: write(value, '  '),
        read: words => {
            try {
                return parse(words);
            } catch {
                throw new Error('This is not JSON yet: look for a missing comma, quote or bracket.');
            }
        },
        control: (words, attributes) => area(words, attributes, { hint: true, code: true }),
        hint: 'In JSON',
    });
}

/** Yes or no. @param {boolean} value @param {More} more @returns {Field} */
export function flag(value, { id, name, form }) {
    let now = value;
    return {
        value: () => now,
        unfinished: () => ({}),
        draw: () => html`<label class="check" for=${id}><input type="checkbox" id=${id} .checked=${now}
            @change=${(/** @type {Event} */ event) => {
                now = /** @type {HTMLInputElement} */ (event.target).checked;
                form.changed();
            }}> ${name}</label>`,
    };
}

/** One of some texts. @param {any} value @param {unknown[]} allowed @param {More} more @returns {Field} */
export function choice(value, allowed, { id, name, form }) {
    let now = value;
    const all = [...new Set([...allowed, value])].filter(one => typeof one === 'string');
    return {
        value: () => now,
        unfinished: () => ({}),
        draw: () => html`<div class="field"><label for=${id}>${name}</label><select id=${id}
            @change=${(/** @type {Event} */ event) => {
                now = /** @type {HTMLSelectElement} */ (event.target).value || null;
                form.changed();
            }}><option value="" ?selected=${!now}>Not said</option>${all.map(one => html`
                <option value=${one} ?selected=${one === now}>${one}</option>`)}</select></div>`,
    };
}
