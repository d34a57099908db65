// @ts-check
import { html, nothing } from '../lib/lit-html/lit-html.js';
import { save } from '../service/download.js';
import { clock } from '../service/words.js';

/** @typedef {import('../sending/outbox.js').LocalRecording} LocalRecording */
/** @typedef {LocalRecording['state']} State */

/**
 * What a card can bring about.
 *
 * @typedef {object} Hands
 * @property {import('../sending/outbox.js').Outbox} outbox
 * @property {import('../recording/recorder.js').Recorder} recorder
 * @property {import('./toasts.js').Toasts} toasts
 */

const WORDS = /** @type {Record<State, string>} */ ({
    recording: 'Recording',
    paused: 'Paused',
    interrupted: 'Interrupted',
    elsewhere: 'In another tab',
    waiting: 'Waiting',
    checking: 'Checking',
    uploading: 'Uploading',
    received: 'Received',
    transcribing: 'Transcribing',
    analysing: 'Analysing',
    saving: 'Saving',
    deferred: 'Saved later',
    retrying: 'Trying again',
    failed: 'Not sent',
    saved: 'Saved',
});

/** @type {State[]} */
const STAGES = ['uploading', 'received', 'transcribing', 'analysing', 'saving'];
/** @type {State[]} */
const DISCARDABLE = ['interrupted', 'waiting', 'retrying', 'failed', 'saved', 'deferred'];
/** @type {State[]} */
const KEEPABLE = ['interrupted', 'retrying', 'failed', 'saved', 'deferred'];

/** @param {Pick<LocalRecording, 'name' | 'createdAt'>} recording */
export function recordingTitle({ name, createdAt }) {
    return (
        name || `Recording of ${new Date(createdAt).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })}`
    );
}

/**
 * A recording on its way, with what can be done about it.
 *
 * @param {LocalRecording} recording
 * @param {Hands} hands
 */
export function recordingCard(recording, hands) {
    const { state, share, message, trouble } = recording;
    const kind =
        { failed: 'bad', retrying: 'warn', interrupted: 'warn', deferred: 'warn' }[/** @type {string} */ (state)] ?? '';
    return html`<article class="card recording" aria-label=${recordingTitle(recording)}>
        <header>
            <h3 dir="auto" tabindex="-1">${recordingTitle(recording)}</h3>
            <p class="soft small">${[recording.seconds > 0 ? clock(recording.seconds) : '', size(recording.bytes)]
                .filter(Boolean)
                .join(' · ')}</p>
        </header>
        <div class="line">
            <p role="status"><span class="badge ${kind}">${WORDS[state]}</span>
                ${message ? html`<span dir="auto">${message}</span>` : nothing}</p>
            ${countdown(recording)}
        </div>
        ${
            share === undefined
                ? nothing
                : html`<progress aria-label=${WORDS[state]} max="1" .value=${share}></progress>`
        }
        ${stages(state)}
        ${trouble ? html`<p class="notice warn">${trouble}</p>` : nothing}
        ${actions(recording, hands)}
    </article>`;
}

/** @param {LocalRecording} recording */
function countdown({ retryAt }) {
    if (retryAt === undefined) {
        return nothing;
    }
    return html`<p class="small soft">Next try in ${Math.max(0, Math.ceil((retryAt - Date.now()) / 1000))} s</p>`;
}

/** @param {State} state */
function stages(state) {
    const reached = STAGES.indexOf(state);
    return reached < 0
        ? nothing
        : html`<ol class="stages">${STAGES.map(
              (stage, place) => html`
        <li class=${place < reached ? 'past' : ''} aria-current=${place === reached ? 'step' : 'false'}>
            ${WORDS[stage]}</li>`,
          )}</ol>`;
}

/**
 * @param {LocalRecording} recording
 * @param {Hands} hands
 */
function actions({ id, state, name, createdAt }, { outbox, recorder, toasts }) {
    const title = recordingTitle({ name, createdAt });
    const button = (/** @type {string} */ words, /** @type {(event: MouseEvent) => void} */ act, kind = '') =>
        html`<button class="button ${kind}" @click=${act}>${words}</button>`;
    // The pressed button goes away: the focus moves to what it is about.
    const passing = (/** @type {string} */ words, /** @type {() => void} */ act, kind = '') =>
        button(
            words,
            event => {
                focusHeading(event);
                act();
            },
            kind,
        );
    const discard = (/** @type {MouseEvent} */ { detail: clicks }) => {
        outbox.setAside(id);
        toasts.show(`${title} was discarded.`, {
            action: 'Undo',
            act: () => outbox.bringBack(id),
            over: () => outbox.discard(id),
        });
        if (clicks === 0) {
            // By key: Undo is the next thing to press.
            toasts.focus();
        }
    };
    const goOn = () => {
        recorder.start(id);
        /** @type {HTMLElement | null} */ (document.querySelector('.record'))?.focus();
    };
    const shown = [
        state === 'interrupted' ? passing('Send', () => outbox.send(id), 'main') : nothing,
        state === 'interrupted' && recorder.state === 'idle' ? passing('Continue', goOn) : nothing,
        state === 'failed' || state === 'retrying' ? passing('Retry', () => outbox.retry(id), 'main') : nothing,
        KEEPABLE.includes(state) ? button('Save a copy', () => saveCopies(id, outbox)) : nothing,
        DISCARDABLE.includes(state) ? button('Discard', discard, 'danger') : nothing,
    ].filter(action => action !== nothing);
    return shown.length > 0 ? html`<div class="actions">${shown}</div>` : nothing;
}

/** @param {Event} event within a card */
function focusHeading({ currentTarget }) {
    /** @type {Element} */ (currentTarget).closest('article')?.querySelector('h3')?.focus();
}

/**
 * @param {string} id
 * @param {import('../sending/outbox.js').Outbox} outbox
 */
async function saveCopies(id, outbox) {
    for (const { name, blob } of await outbox.copies(id)) {
        save(blob, name);
    }
}

/** @param {number} bytes */
function size(bytes) {
    if (bytes < 1000) {
        return '';
    }
    const mega = bytes >= 1_000_000;
    return new Intl.NumberFormat([], {
        style: 'unit',
        unit: mega ? 'megabyte' : 'kilobyte',
        maximumFractionDigits: mega ? 1 : 0,
    }).format(bytes / (mega ? 1_000_000 : 1000));
}
