// @ts-check
import { html } from '../lib/lit-html/lit-html.js';

/** @typedef {(files: File[]) => void} Take */

/** @param {DragEvent} event */
const carriesFiles = event => event.dataTransfer?.types.includes('Files') ?? false;

/** Where no view takes files, the browser would leave the page for a dropped one, and end a recording with it. */
export function refuseDrops() {
    addEventListener('dragover', event => {
        if (event.dataTransfer && carriesFiles(event)) {
            event.preventDefault();
            event.dataTransfer.dropEffect = 'none';
        }
    });
}

/**
 * Takes files that are dropped anywhere on the page, as long as this view is there.
 *
 * @param {Take} take
 * @returns {() => void} ends it
 */
export function acceptDrops(take) {
    const end = new AbortController();
    const { signal } = end;
    const mark = (/** @type {boolean} */ over) => document.body.classList.toggle('dropping', over);
    addEventListener(
        'dragover',
        event => {
            if (event.dataTransfer && carriesFiles(event)) {
                event.preventDefault();
                event.dataTransfer.dropEffect = 'copy';
                mark(true);
            }
        },
        { signal },
    );
    addEventListener('dragleave', event => mark(event.relatedTarget !== null), { signal });
    addEventListener(
        'drop',
        event => {
            mark(false);
            const files = [...(event.dataTransfer?.files ?? [])];
            if (files.length > 0) {
                event.preventDefault();
                take(files);
            }
        },
        { signal },
    );
    return () => {
        mark(false);
        end.abort();
    };
}

/** @param {Take} take */
export function fileButton(take) {
    const chosen = (/** @type {Event} */ event) => {
        const input = /** @type {HTMLInputElement} */ (event.target);
        take([...(input.files ?? [])]);
        input.value = '';
    };
    return html`<label class="button files">
        <input class="hidden-words" type="file" accept="audio/*,video/webm,video/mp4" multiple @change=${chosen}>
        Choose audio files</label>`;
}
