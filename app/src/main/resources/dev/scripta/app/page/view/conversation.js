// @ts-check
import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { Player } from '../service/player.js';
import { Problem } from '../service/problem.js';
import { titleOf } from '../service/templates.js';
import { beginning, instant, moment, trouble } from '../service/words.js';
import { analysis } from './analysis.js';
import { Correction } from './correction.js';
import { exportsOf } from './exports.js';
import { Menu } from './menu.js';
import { transcript } from './transcript.js';

/** One conversation: to read, to hear, to correct, to take along, to delete. */
export class ConversationView {
    #root;
    #page;
    #id;
    #abort = new AbortController();
    /** @type {import('../service/revision.js').Read | undefined} */
    #read;
    /** @type {import('../service/templates.js').Template | undefined} */
    #template;
    /** @type {Player | undefined} */
    #player;
    /** @type {Problem | undefined} */
    #problem;
    /** @type {Correction | undefined} */
    #correction;
    #menu = new Menu(() => this.#draw());
    #named = false;
    #from = document.activeElement;

    /**
     * @param {HTMLElement} root
     * @param {import('../main.js').Page} page
     * @param {string} id
     */
    constructor(root, page, id) {
        this.#root = root;
        this.#page = page;
        this.#id = id;
        page.news.addEventListener('news', this.#news);
        page.outbox.addEventListener('saved', this.#saved);
        this.#draw();
        page.title('Conversation');
        this.#load();
    }

    close() {
        this.#abort.abort();
        this.#player?.close();
        this.#correction?.close();
        this.#page.news.removeEventListener('news', this.#news);
        this.#page.outbox.removeEventListener('saved', this.#saved);
    }

    async leave() {
        return await this.#correction?.leave() ?? true;
    }

    async #load() {
        const { conversations, templates, drafts } = this.#page;
        const { signal } = this.#abort;
        try {
            const read = await conversations.read(this.#id, signal);
            this.#template = await templates.of(read.conversation.template, read.conversation.analysis);
            if (signal.aborted) {
                return;
            }
            this.#read = read;
            this.#problem = undefined;
            if (read.conversation.audio && !this.#player) {
                this.#player = new Player(this.#page.api, read.conversation.id);
                this.#player.addEventListener('change', () => this.#draw());
            }
        } catch (failure) {
            if (signal.aborted) {
                return;
            }
            this.#problem = Problem.from(failure);
        }
        this.#draw();
        if (!this.#named && (this.#read || this.#problem)) {
            this.#named = true;
            this.#page.title(this.#read ? this.#title : 'Conversation', { moved: this.#here() });
        }
        if (this.#read && drafts.get(String(this.#read.conversation.id))) {
            this.#correct();
        }
    }

    /** Whether the person waits for this view, and has not gone on to something else meanwhile. */
    #here() {
        const now = document.activeElement;
        return now === this.#from || now === document.body || this.#root.contains(now);
    }

    get #title() {
        const conversation = /** @type {import('../service/revision.js').Read} */ (this.#read).conversation;
        return titleOf(conversation.analysis, this.#template) || beginning(conversation.transcript)
            || moment(instant(conversation.created_at));
    }

    get #schema() {
        return this.#template?.schema ?? {};
    }

    #draw() {
        if (this.#correction) {
            return;
        }
        // One heading for all that comes and goes below it: it may have the focus, which a new one would not have.
        const { conversation } = this.#read ?? {};
        render(html`<article class="conversation">
            <header>
                <h1 dir="auto">${conversation ? this.#title : 'Conversation'}</h1>
                ${conversation ? this.#actions(conversation) : nothing}
            </header>
            ${conversation ? this.#reading(conversation)
                : this.#problem ? this.#failed(this.#problem) : html`<p class="soft">Loading …</p>`}
        </article>`, this.#root);
    }

    /** @param {Problem} problem */
    #failed(problem) {
        const gone = problem.status === 404 || problem.status === 422;
        return html`<div class="stack"><p>${gone ? 'There is no such conversation any more.' : trouble(problem)}</p>
            <div class="actions">${gone ? html`<a class="button" href="#/">New recording</a>`
                : html`<button class="button" @click=${() => this.#load()}>Try again</button>`}</div></div>`;
    }

    /** @param {import('../service/revision.js').Conversation} conversation */
    #actions(conversation) {
        return html`${origin(conversation)}
            <div class="actions">
                <button class="button" @click=${() => this.#correct()}>Correct</button>
                ${this.#menu.draw('Export', exportsOf(this.#page, conversation))}
                <button class="button" @click=${this.#copy}>Copy transcript</button>
                <button class="button danger" @click=${this.#delete}>Delete</button>
            </div>`;
    }

    /** @param {import('../service/revision.js').Conversation} conversation */
    #reading(conversation) {
        const title = this.#title;
        const hear = this.#player && this.#hear;
        return html`<div class="columns">
            <section class="card" aria-labelledby="analysis"><h2 id="analysis">Analysis</h2>
                ${analysis(conversation.analysis, this.#schema, { title, hear })}</section>
            <section aria-labelledby="transcript"><h2 id="transcript">Transcript</h2>
                ${this.#player ? this.#sound(this.#player) : nothing}
                ${transcript(conversation, { player: this.#player, hear })}</section>
        </div>`;
    }

    /** @param {Player} player whose sound never plays without something to stop it */
    #sound(player) {
        return player.wanted ? html`<div class="player">${player.audio}</div>`
            : html`<p><button class="button" @click=${this.#listen}>Listen</button></p>`;
    }

    #listen = () => {
        this.#hear(0);
        // The button is gone, and the player in its place.
        this.#player?.audio.focus();
    };

    /** @param {number} seconds */
    #hear = async seconds => {
        try {
            await this.#player?.play(seconds);
        } catch (failure) {
            this.#page.toasts.fail(trouble(Problem.from(failure)));
        }
    };

    #copy = async () => {
        const { toasts } = this.#page;
        try {
            await navigator.clipboard.writeText(this.#read?.conversation.transcript ?? '');
            toasts.show('Transcript copied.', { for: 4000 });
        } catch {
            toasts.fail('The browser does not allow copying here. Select the text, or export it.');
        }
    };

    /** @param {MouseEvent} event */
    #delete = event => {
        const id = /** @type {import('../service/revision.js').Read} */ (this.#read).conversation.id;
        this.#page.deletions.add(id, () => this.#page.go(`#/conversations/${id}`));
        if (event.detail === 0) {
            // By key: the way back is at hand, and waits as long as it has the focus.
            addEventListener('hashchange', () => this.#page.toasts.focus(), { once: true });
        }
        this.#page.go('#/');
    };

    #correct() {
        if (!this.#read || this.#correction) {
            return;
        }
        const read = this.#read;
        render(html`<article class="conversation"><header><h1 dir="auto">${this.#title}</h1></header>
            <div class="form"></div></article>`, this.#root);
        const place = /** @type {HTMLElement} */ (this.#root.querySelector('.form'));
        this.#correction = new Correction(place, this.#page, read, this.#schema, saved => this.#corrected(saved));
        /** @type {HTMLElement | null} */ (this.#root.querySelector('textarea'))?.focus({ preventScroll: true });
    }

    /** @param {boolean} saved */
    async #corrected(saved) {
        this.#correction?.close();
        this.#correction = undefined;
        if (saved) {
            this.#named = false;
            await this.#load();
        } else {
            this.#draw();
        }
        /** @type {HTMLElement | null} */ (this.#root.querySelector('.actions button'))?.focus();
    }

    /** @param {Event} event something changed in another tab; an open form finds out when it is saved */
    #news = event => {
        const { kind, id } = /** @type {CustomEvent} */ (event).detail;
        if (kind === 'saved' && String(id) === this.#id && !this.#correction) {
            this.#load();
        } else if (kind === 'deleted' && String(id) === this.#id && !this.#correction) {
            this.#read = undefined;
            this.#load();
        }
    };

    /** @param {Event} event */
    #saved = event => {
        const { conversationId } = /** @type {CustomEvent} */ (event).detail;
        if (String(conversationId) === this.#id && !this.#correction) {
            this.#load();
        }
    };
}

/** @param {import('../service/revision.js').Conversation} conversation */
function origin({ created_at: created, updated_at: updated, revision, engine }) {
    return html`<p class="soft small">${moment(instant(created))}
        ${revision > 1 ? html` · corrected ${moment(instant(updated))}` : nothing}
        ${engine ? html` · <bdi>${engine}</bdi>` : nothing}</p>`;
}
