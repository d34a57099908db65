// @ts-check
import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { Problem } from '../service/problem.js';
import { inWords } from '../service/states.js';
import { wait } from '../service/words.js';
import { ask } from './dialog.js';
import { recordingCard } from './recording-card.js';

/** The service lets these go when it is asked to. */
const DISCARDABLE = ['waiting', 'abandoned', 'failed'];

/** A recording that is not a conversation yet. As soon as it is one, the conversation takes its place. */
export class RecordingPage {
    #root;
    #page;
    #session;
    #end = new AbortController();

    /**
     * @param {HTMLElement} root
     * @param {import('../main.js').Page} page
     * @param {string} session
     */
    constructor(root, page, session) {
        this.#root = root;
        this.#page = page;
        this.#session = session;
        page.conversations.addEventListener('change', this.#changed, { signal: this.#end.signal });
        this.#draw();
        page.title('Recording', { moved: true });
        page.conversations.look();
    }

    close() {
        this.#end.abort();
    }

    #changed = () => {
        const id = this.#page.conversations.savedAs(this.#session);
        if (id === undefined) {
            this.#draw();
        } else {
            this.#page.replace(`#/conversations/${id}`);
        }
    };

    #draw() {
        const { conversations, outbox } = this.#page;
        const local = outbox.recordings().find(({ sessionId }) => sessionId === this.#session);
        const work = conversations.works.find(one => one.session_id === this.#session);
        render(html`<div class="stack"><h1>Recording</h1>
            ${local ? recordingCard(local, this.#page) : work ? this.#elsewhere(work) : html`
                <p>${conversations.list.listed ? 'This recording is not on the way any more.' : 'Loading …'}</p>
                <div><a class="button" href="#/">New recording</a></div>`}
        </div>`, this.#root);
    }

    /** @param {import('../service/rows.js').Work} work sent by another device, or before this browser forgot it */
    #elsewhere(work) {
        const { words, kind } = inWords(work.stage === 'done' ? 'deferred' : work.stage, work.progress);
        return html`<section class="card stack" aria-label="Recording in work">
            <p role="status"><span class="badge ${kind}">${words}</span></p>
            ${work.progress === undefined ? nothing : html`<progress aria-label="Transcribed" max="1"
                .value=${work.progress}></progress>`}
            ${work.problem?.detail ? html`<p>${work.problem.detail}</p>` : nothing}
            ${work.retry_after ? html`<p class="soft">The service tries again in ${wait(work.retry_after * 1000)}.</p>`
                : nothing}
            ${DISCARDABLE.includes(work.stage) ? html`<div class="actions">
                <button class="button" @click=${() => this.#discard(work)}>Discard</button></div>` : nothing}
        </section>`;
    }

    /** @param {import('../service/rows.js').Work} work */
    async #discard(work) {
        const choice = await ask({
            title: 'Discard this recording?',
            body: 'The service deletes its sound and what it has recognised. A browser that still has it sends it again.',
            choices: [{ name: 'keep', label: 'Keep it' }, { name: 'discard', label: 'Discard it', kind: 'danger' }],
        });
        if (choice !== 'discard') {
            return;
        }
        try {
            await this.#page.conversations.discard(work);
        } catch (failure) {
            this.#page.toasts.fail(Problem.from(failure).detail);
        }
        if (!this.#end.signal.aborted) {
            this.#page.title('Recording', { moved: true });
        }
    }
}
