// @ts-check
import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { repeat } from '../lib/lit-html/directives/repeat.js';
import { clock } from '../service/words.js';
import { acceptDrops, fileButton } from './drop.js';
import { recordingCard } from './recording-card.js';

const STATES = {
    idle: '',
    starting: 'Asking for the microphone …',
    recording: 'Recording',
    paused: 'Paused',
    stopping: 'Stopping …',
};

/** The view that records, takes files, and shows what is on its way. */
export class RecordView {
    #page;
    #root;
    #end = new AbortController();
    #frame = 0;
    #drops;
    /** The session whose conversation is opened as soon as there is one. */
    #awaited = '';

    /**
     * @param {HTMLElement} root
     * @param {import('../main.js').Page} page
     */
    constructor(root, page) {
        this.#root = root;
        this.#page = page;
        const { signal } = this.#end;
        const draw = () => this.#draw();
        page.outbox.addEventListener('change', draw, { signal });
        page.recorder.addEventListener('change', draw, { signal });
        page.microphones.addEventListener('change', draw, { signal });
        page.outbox.addEventListener('saved', event => this.#saved(/** @type {CustomEvent} */ (event).detail), {
            signal,
        });
        this.#drops = acceptDrops(files => this.#take(files));
        page.microphones.refresh();
        this.#draw();
        this.#measure();
    }

    close() {
        this.#end.abort();
        this.#drops();
        cancelAnimationFrame(this.#frame);
    }

    #draw() {
        const { outbox, recorder } = this.#page;
        const others = outbox.recordings().filter(({ id }) => id !== recorder.id);
        render(
            html`
            <div class="stack">
                <h1>Record a conversation</h1>
                ${this.#panel()}
                ${
                    outbox.unreadable
                        ? html`<p class="notice warn">What this browser keeps cannot be read at the moment.</p>`
                        : nothing
                }
                ${
                    others.length > 0
                        ? html`<section class="stack" aria-labelledby="on-the-way">
                    <h2 id="on-the-way">On the way</h2>
                    ${repeat(
                        others,
                        ({ id }) => id,
                        recording => recordingCard(recording, this.#page),
                    )}
                </section>`
                        : nothing
                }
            </div>`,
            this.#root,
        );
    }

    #panel() {
        const { recorder, microphones } = this.#page;
        const { state, message } = recorder;
        const at = state === 'recording' || state === 'paused';
        const trouble = message || microphones.obstacle;
        return html`<section class="card recorder ${state}" aria-label="Recorder">
            <button class="record" aria-disabled=${this.#resting} @click=${() => this.#press()}>
                <span class="sign" aria-hidden="true"></span>${at ? 'Stop' : 'Record'}</button>
            <p class="elapsed" role="timer" aria-label="Elapsed time" ?hidden=${!at}></p>
            <meter aria-label="Level" min="0" max="1" ?hidden=${!at}></meter>
            <p role="status" class="soft">${STATES[state]}</p>
            ${
                at
                    ? html`<button class="button" @click=${() => this.#hold()}>
                ${state === 'paused' ? 'Resume' : 'Pause'}</button>`
                    : nothing
            }
            ${trouble ? html`<p class="notice warn" role="alert">${trouble}</p>` : nothing}
            ${
                at
                    ? nothing
                    : html`<div class="sources">
                ${this.#choice()}
                <p class="soft">or drop audio files here</p>
                ${fileButton(files => this.#take(files))}
            </div>`
            }
        </section>`;
    }

    #choice() {
        const { microphones } = this.#page;
        const { found, chosen } = microphones;
        const choose = (/** @type {Event} */ event) =>
            microphones.choose(/** @type {HTMLSelectElement} */ (event.target).value);
        return found.length < 2
            ? nothing
            : html`<label class="field"><span class="label">Microphone</span>
            <select @change=${choose}>
                <option value="" ?selected=${chosen === ''}>The device’s default</option>
                ${found.map(({ id, label }) => html`<option value=${id} ?selected=${id === chosen}>${label}</option>`)}
            </select></label>`;
    }

    /** Whether the main button does nothing. It stays where the focus can be: a disabled one would lose it. */
    get #resting() {
        const { recorder, microphones } = this.#page;
        return ['starting', 'stopping'].includes(recorder.state) || microphones.obstacle !== '';
    }

    #press() {
        const { recorder, outbox } = this.#page;
        if (this.#resting) {
            return;
        }
        if (recorder.state === 'idle') {
            recorder.start();
        } else {
            this.#awaited = outbox.recordings().find(({ id }) => id === recorder.id)?.sessionId ?? '';
            recorder.stop();
        }
    }

    #hold() {
        const { recorder } = this.#page;
        if (recorder.state === 'paused') {
            recorder.resume();
        } else {
            recorder.pause();
        }
    }

    /** @param {File[]} files */
    async #take(files) {
        const { outbox, toasts } = this.#page;
        try {
            const sessions = await Promise.all(files.map(file => outbox.add(file)));
            this.#awaited = sessions.length === 1 ? sessions[0] : '';
        } catch (error) {
            toasts.fail(error instanceof Error ? error.message : String(error));
        }
    }

    /** @param {{sessionId: string, conversationId: number}} saved */
    #saved({ sessionId, conversationId }) {
        if (sessionId === this.#awaited && this.#page.recorder.state === 'idle') {
            this.#page.go(`#/conversations/${conversationId}`);
        }
    }

    /** Time and level move with the screen, past the templates: nothing else changes with them. */
    #measure() {
        this.#frame = requestAnimationFrame(() => this.#measure());
        const { recorder } = this.#page;
        const meter = this.#root.querySelector('meter');
        const elapsed = this.#root.querySelector('.elapsed');
        if (meter && elapsed && (recorder.state === 'recording' || meter.value > 0)) {
            meter.value = recorder.level;
        }
        if (elapsed && elapsed.textContent !== clock(recorder.seconds)) {
            elapsed.textContent = clock(recorder.seconds);
        }
    }
}
