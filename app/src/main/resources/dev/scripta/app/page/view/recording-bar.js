// @ts-check
import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { clock } from '../service/words.js';

const TICK = 500;

/** Shows wherever the recorder is not that a recording goes on, and stops it. */
export class RecordingBar {
    #recorder;
    #identity;
    #place = document.createElement('aside');

    /** @param {Pick<import('../main.js').Page, 'recorder' | 'identity'>} page */
    constructor({ recorder, identity }) {
        this.#recorder = recorder;
        this.#identity = identity;
        this.#place.className = 'recording-bar';
        this.#place.setAttribute('aria-label', 'Recording in work');
        this.#place.hidden = true;
        document.body.append(this.#place);
        recorder.addEventListener('change', () => this.#draw());
        identity.addEventListener('change', () => this.#draw());
        addEventListener('hashchange', () => this.#draw());
        setInterval(() => this.#place.hidden || this.#draw(), TICK);
    }

    #draw() {
        const { state, seconds } = this.#recorder;
        // Where somebody has to sign in again, the form for it stands in the recorder's place.
        const away = !this.#identity.owner || !['', '#', '#/'].includes(location.hash);
        const shown = (state === 'recording' || state === 'paused') && away;
        this.#place.hidden = !shown;
        render(
            shown
                ? html`<a href="#/"><span class="sign" aria-hidden="true"></span>
                      ${state === 'paused' ? 'Paused' : 'Recording'}
            ${clock(seconds)}</a>
            <button class="button" @click=${() => this.#recorder.stop()}>Stop</button>`
                : nothing,
            this.#place,
        );
    }
}
