// @ts-check
import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { parse, write } from '../service/json.js';
import { Problem } from '../service/problem.js';
import { trouble } from '../service/words.js';
import { choose, chooseDeleted } from './conflict.js';
import { ask } from './dialog.js';
import { fieldsOf, unfinishedOf, valuesOf } from './fields.js';

/**
 * @typedef {import('../service/revision.js').Read} Read
 * @typedef {import('../service/templates.js').Schema} Schema
 */

/** The form that corrects a conversation. What is written in it survives a reload, until it is saved or given up. */
export class Correction {
    #place;
    #page;
    #read;
    #schema;
    #done;
    #transcript = '';
    /** @type {[string, import('./fields.js').Field][]} */
    #fields = [];
    #saving = false;
    #dirty = false;
    #trouble = '';

    /**
     * @param {HTMLElement} place
     * @param {import('../main.js').Page} page
     * @param {Read} read
     * @param {Schema} schema
     * @param {(saved: boolean) => void} done
     */
    constructor(place, page, read, schema, done) {
        this.#place = place;
        this.#page = page;
        this.#read = read;
        this.#schema = schema;
        this.#done = done;
        const draft = page.drafts.get(this.#key);
        if (draft) {
            this.#read = { ...read, etag: draft.etag };
            this.#dirty = true;
        }
        this.#fill(draft?.transcript ?? read.conversation.transcript,
            draft ? parse(draft.analysis) : read.conversation.analysis, draft?.unfinished ?? {});
        addEventListener('beforeunload', this.#unload);
        this.#draw();
    }

    close() {
        removeEventListener('beforeunload', this.#unload);
    }

    /** Whether the form may go: asks when words would be lost. */
    async leave() {
        if (!this.#dirty) {
            return true;
        }
        const answer = await ask({
            title: 'You have corrections that are not saved',
            body: '',
            choices: [
                { name: 'stay', label: 'Go on editing', kind: 'main' },
                { name: 'drop', label: 'Discard them', kind: 'danger' },
            ],
        });
        if (answer === 'drop') {
            this.#forget();
            return true;
        }
        return false;
    }

    /** @param {BeforeUnloadEvent} event */
    #unload = event => {
        if (this.#dirty) {
            event.preventDefault();
        }
    };

    get #key() {
        return String(this.#read.conversation.id);
    }

    /**
     * @param {string} transcript
     * @param {Record<string, any>} analysis
     * @param {Record<string, string>} unfinished
     */
    #fill(transcript, analysis, unfinished) {
        this.#transcript = transcript;
        this.#fields = fieldsOf(analysis, this.#schema, 'correct', { changed: () => this.#changed(), unfinished });
    }

    #changed() {
        this.#dirty = true;
        this.#trouble = '';
        this.#page.drafts.put(this.#key, {
            etag: this.#read.etag,
            transcript: this.#transcript,
            analysis: write(valuesOf(this.#fields)),
            unfinished: unfinishedOf(this.#fields.map(([, part]) => part)),
        });
        this.#draw();
    }

    #draw() {
        render(html`<form class="correction" novalidate @submit=${this.#submit}>
            <section aria-labelledby="correct-transcript">
                <h2 id="correct-transcript">Transcript</h2>
                ${this.#read.conversation.segments.length ? html`<p class="soft small">A changed transcript
                    loses its times: they belong to the words that were heard.</p>` : nothing}
                <textarea class="reading" dir="auto" aria-labelledby="correct-transcript" .value=${this.#transcript}
                    @input=${this.#typed}></textarea>
            </section>
            <section aria-labelledby="correct-analysis">
                <h2 id="correct-analysis">Analysis</h2>
                <div class="stack">${this.#analysis()}</div>
            </section>
            <div class="save-bar">
                <div role="alert">${this.#trouble ? html`<p class="wrong">${this.#trouble}</p>` : nothing}</div>
                <div class="actions">
                    <button class="button main" aria-disabled=${this.#saving}>${
                        this.#saving ? 'Saving …' : 'Save'}</button>
                    <button type="button" class="button" @click=${this.#cancel}>Cancel</button>
                    <span class="soft small">${this.#dirty ? 'Not saved yet' : nothing}</span>
                </div>
            </div>
        </form>`, this.#place);
    }

    /** What the template does not know is folded, as it is for reading. */
    #analysis() {
        const properties = this.#schema.properties ?? Object.fromEntries(this.#fields);
        const known = this.#fields.filter(([name]) => name in properties);
        const others = this.#fields.filter(([name]) => !(name in properties));
        return html`${this.#fields.length ? known.map(([, part]) => part.draw())
            : html`<p class="soft">There is no analysis of this conversation.</p>`}
            ${others.length ? html`<details class="more"><summary>More from the analysis</summary>
                <div class="stack">${others.map(([, part]) => part.draw())}</div></details>` : nothing}`;
    }

    /** @param {Event} event */
    #typed = event => {
        this.#transcript = /** @type {HTMLTextAreaElement} */ (event.target).value;
        this.#changed();
    };

    #cancel = async () => {
        if (await this.leave()) {
            this.#done(false);
        }
    };

    /** @param {Event} event */
    #submit = async event => {
        event.preventDefault();
        if (this.#saving) {
            return;
        }
        if (Object.keys(unfinishedOf(this.#fields.map(([, part]) => part))).length) {
            this.#trouble = 'Some fields cannot be read yet; they are marked.';
            this.#draw();
            const first = /** @type {HTMLElement} */ (this.#place.querySelector('[aria-invalid=true]'));
            first.closest('details')?.setAttribute('open', '');
            first.focus();
            return;
        }
        this.#saving = true;
        this.#draw();
        try {
            await this.#save();
        } catch (failure) {
            this.#trouble = trouble(Problem.from(failure));
        }
        this.#saving = false;
        if (this.#place.isConnected) {
            this.#draw();
        }
    };

    /** @returns {Promise<void>} */
    async #save() {
        const { conversations, news, toasts, go } = this.#page;
        const { conversation, etag } = this.#read;
        let id;
        try {
            id = await conversations.save({
                sessionId: conversation.session_id,
                transcript: this.#transcript,
                analysis: write(valuesOf(this.#fields)),
                etag,
            });
        } catch (failure) {
            if (failure instanceof Problem && failure.status === 412) {
                return this.#conflict();
            }
            throw failure;
        }
        this.#forget();
        news.tell('saved', id);
        toasts.show('Saved.', { for: 4000 });
        return id === conversation.id ? this.#done(true) : go(`#/conversations/${id}`);
    }

    /**
     * Somebody else has saved or deleted it in between: nothing is overwritten unless the person says so, having seen
     * it.
     * @returns {Promise<void>}
     */
    async #conflict() {
        const { conversations } = this.#page;
        const mine = { transcript: this.#transcript, analysis: valuesOf(this.#fields) };
        const theirs = await conversations.read(this.#read.conversation.id).catch(failure => {
            if (failure instanceof Problem && failure.status === 404) {
                return undefined;
            }
            throw failure;
        });
        switch (await (theirs ? choose(mine, theirs.conversation, this.#schema) : chooseDeleted())) {
            case 'mine':
                this.#read = theirs ?? { ...this.#read, etag: '' };
                return this.#save();
            case 'theirs':
                this.#forget();
                return this.#done(true);
            default:
                return undefined;
        }
    }

    #forget() {
        this.#page.drafts.remove(this.#key);
        this.#dirty = false;
    }
}
