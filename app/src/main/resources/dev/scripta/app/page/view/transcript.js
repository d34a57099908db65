// @ts-check
import { html, nothing } from '../lib/lit-html/lit-html.js';
import { clock, wait } from '../service/words.js';

/**
 * @typedef {import('../service/revision.js').Conversation} Conversation
 * @typedef {{start: number, end: number, text: string, gap: boolean}} Part
 */

/**
 * What was said: by its timed parts where they are known, with the stretches of which no words came between them.
 * @param {Conversation} conversation
 * @param {{player?: import('../service/player.js').Player, hear?: (seconds: number) => void}} sound
 */
export function transcript(conversation, { player, hear }) {
    const parts = timed(conversation);
    if (!parts.some(part => !part.gap)) {
        return html`<p class="words reading" dir="auto" lang=${conversation.language ?? nothing}>${
                conversation.transcript}</p>
            ${parts.length ? html`<p class="notice warn small">Words are missing: ${
                parts.map(part => `${clock(part.start)} to ${clock(part.end)}`).join(', ')}.</p>` : nothing}`;
    }
    return html`
        <ol class="parts" lang=${conversation.language ?? nothing}>${parts.map(part => row(part, player, hear))}</ol>`;
}

/**
 * @param {Conversation} conversation
 * @returns {Part[]}
 */
function timed({ segments = [], gaps = [] }) {
    const seconds = (/** @type {any} */ value) => Number(String(value));
    const parts = [
        ...segments.filter(({ text }) => text.trim()).map(part => ({ ...part, gap: false })),
        ...gaps.map(part => ({ ...part, text: '', gap: true })),
    ];
    return parts.map(part => ({ ...part, start: seconds(part.start), end: seconds(part.end) }))
        .sort((a, b) => a.start - b.start);
}

/**
 * @param {Part} part
 * @param {import('../service/player.js').Player | undefined} player
 * @param {((seconds: number) => void) | undefined} hear
 */
function row(part, player, hear) {
    const at = clock(part.start);
    const now = player?.wanted && player.at >= part.start && player.at < part.end;
    return html`<li class=${part.gap ? 'part gap' : 'part'} aria-current=${now ? 'true' : nothing}>
        ${hear ? html`<button class="time" lang="en" aria-label=${`Play from ${at}`}
                @click=${() => hear(part.start)}>${at}</button>`
            : html`<span class="time">${at}</span>`}
        ${part.gap
            ? html`<span class="soft" lang="en">No words came of ${wait((part.end - part.start) * 1000)} here</span>`
            : html`<span dir="auto">${part.text.trim()}</span>`}
    </li>`;
}
