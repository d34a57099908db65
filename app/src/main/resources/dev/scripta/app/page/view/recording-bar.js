// @ts-check
import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { clock } from './recording-card.js';

const TICK = 500;

/** Shows on every other view that a recording goes on, and stops it. */
export class RecordingBar {
    #recorder;
    #place = document.createElement('aside');

    /** @param {{recorder: import('../recording/recorder.js').Recorder}} page */
    constructor({ recorder }) {
        this.#recorder = recorder;
        this.#place.className = 'recording-bar';
        this.#place.setAttribute('aria-label', 'Recording in work');
        this.#place.hidden = true;
        document.body.append(this.#place);
        recorder.addEventListener('change', () => this.#draw());
        addEventListener('hashchange', () => this.#draw());
        setInterval(() => this.#place.hidden || this.#draw(), TICK);
    }

    #draw() {
        const { state, seconds } = this.#recorder;
        const shown = (state === 'recording' || state === 'paused') && !['', '#', '#/'].includes(location.hash);
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
