// @ts-check
import { parse } from './json.js';
import { Problem } from './problem.js';
import { rows } from './rows.js';
import { beginning } from './words.js';

const PAGE = 20;
const MOST = 50;

/**
 * @typedef {import('./rows.js').Entry} Entry
 * @typedef {import('./rows.js').Work} Work
 *
 * @typedef {object} Span
 * @property {number} start seconds
 * @property {number} end seconds
 *
 * @typedef {object} Conversation
 * @property {number} id
 * @property {string} session_id
 * @property {string} transcript
 * @property {Record<string, unknown>} analysis
 * @property {string} created_at
 * @property {string} updated_at
 * @property {number} revision
 * @property {string} [engine]
 * @property {string} [language]
 * @property {string} [template]
 * @property {(Span & {text: string})[]} segments
 * @property {Span[]} [gaps]
 * @property {boolean} [audio] whether it can be heard
 *
 * @typedef {{conversation: Conversation, etag: string}} Read
 */

/** The conversations of whoever is signed in, as far as they were listed. Event 'change'. */
export class Conversations extends EventTarget {
    #api;
    #identity;
    #outbox;
    #owner = '';
    /** @type {Entry[]} in the service's order, those that are being deleted among them */
    #entries = [];
    /** @type {Work[]} */
    #works = [];
    /** @type {Set<number>} */
    #gone = new Set();
    /** @type {Map<number, string>} */
    #beginnings = new Map();
    #total = 0;
    #query = '';
    #listed = false;
    /** @type {Problem | undefined} */
    #problem;
    /** Requests for the list go one after the other, so that each builds upon what the last one brought. */
    #turn = Promise.resolve();
    #waiting = 0;
    #abort = new AbortController();

    /**
     * @param {{api: import('./api.js').Api, identity: import('./identity.js').Identity,
     *     outbox: EventTarget & {recordings(): import('./rows.js').Local[]}}} parts
     */
    constructor({ api, identity, outbox }) {
        super();
        this.#api = api;
        this.#identity = identity;
        this.#outbox = outbox;
        this.#owner = identity.owner;
        outbox.addEventListener('change', () => this.#tell());
        identity.addEventListener('change', () => this.#adopt());
    }

    /** Each session once, newest first. While searching, conversations alone. */
    rows() {
        return rows({
            entries: this.#entries,
            works: this.#query ? [] : this.#works,
            locals: this.#query ? [] : this.#outbox.recordings(),
            gone: this.#gone,
            beginnings: this.#beginnings,
        });
    }

    /**
     * @param {string} session
     * @returns {number | undefined} the id of the conversation that it is, as far as the list tells
     */
    savedAs(session) {
        const row = this.rows().find(one => one.session === session);
        return row?.state ? undefined : row?.id;
    }

    get query() {
        return this.#query;
    }

    /** Whether the beginning of the list was brought. */
    get listed() {
        return this.#listed;
    }

    get loading() {
        return this.#waiting > 0;
    }

    /** Why the last request for the list brought nothing. */
    get problem() {
        return this.#problem;
    }

    get more() {
        return this.#entries.length < this.#total;
    }

    /** Recordings that the service works on, whoever sent them. */
    get works() {
        return this.#works;
    }

    /** @param {string} words blank for all */
    search(words) {
        const query = words.trim().slice(0, 200);
        if (query === this.#query) {
            return;
        }
        this.#forgetList();
        this.#query = query;
        this.#tell();
        this.refresh();
    }

    /** Brings as much of the list as is shown, as it is now. */
    refresh() {
        return this.#inTurn(signal => this.#again(Math.max(PAGE, this.#entries.length), signal));
    }

    /**
     * The next part of the list. Pages are counted, so a page holds other rows when some came or went before it. The
     * total tells: then all is read again, so that none is missing. None is there twice in any case.
     */
    next() {
        return this.#inTurn(async signal => {
            const number = Math.floor(this.#entries.length / PAGE) + 1;
            const { conversations, pagination } = await this.#page(number, PAGE, signal);
            if (pagination.total !== this.#total) {
                return this.#again(this.#entries.length + PAGE, signal);
            }
            this.#entries = distinct([...this.#entries, ...conversations]);
            if (!pagination.has_more) {
                this.#total = this.#entries.length;
            }
        });
    }

    /** Looks at what the service works on; a recording that is settled may have become a conversation. */
    async look() {
        const { signal } = this.#abort;
        const before = this.#works.map(key);
        try {
            const { recordings } = await this.#api.json('GET', '/api/user/recordings', { signal });
            this.#works = recordings;
        } catch {
            // The list is shown without; the next look tells.
            return;
        }
        this.#tell();
        const now = new Set(this.#works.map(key));
        if (before.some(one => !now.has(one))) {
            this.refresh();
        }
    }

    /**
     * @param {number | string} id
     * @param {AbortSignal} [signal]
     * @returns {Promise<Read>}
     */
    async read(id, signal) {
        const response = await this.#api.send('GET', `/api/user/conversations/${encodeURIComponent(id)}`,
            { headers: { Accept: 'application/json' }, signal });
        const text = await response.text().catch(() => {
            throw Problem.unreachable();
        });
        const conversation = parse(text);
        this.#beginnings.set(conversation.id, beginning(conversation.transcript));
        this.#tell();
        return { conversation, etag: response.headers.get('ETag') ?? '' };
    }

    /**
     * @param {string} sessionId
     * @param {string} transcript
     * @param {string} analysis JSON text
     * @param {string} etag of what the person corrected: anything else stored by now is a problem of status 412. Empty
     *     when nothing is stored any more.
     * @returns {Promise<number>} its id, which is another one where it was deleted before
     */
    async save(sessionId, transcript, analysis, etag) {
        const body = new FormData();
        body.set('session_id', sessionId);
        body.set('transcript', transcript);
        body.set('analysis', analysis);
        /** @type {Record<string, string>} */
        const headers = etag ? { 'If-Match': etag } : { 'If-None-Match': '*' };
        const saved = await this.#api.json('POST', '/api/save-analysis', { headers, body });
        this.refresh();
        return saved.conversation_id;
    }

    /**
     * Shows a conversation that has just been made, until the service lists it.
     * @param {{sessionId: string, conversationId: number, result?: {analysis?: Record<string, unknown>}}} saved
     */
    add({ sessionId, conversationId, result }) {
        if (this.#query || this.#entries.some(({ id }) => id === conversationId)) {
            return;
        }
        const { title, chief_complaint: complaint = title ?? null, patient_name: name = null } = result?.analysis ?? {};
        const entry = { id: conversationId, session_id: sessionId, created_at: new Date().toISOString(),
            patient_name: name, chief_complaint: complaint };
        this.#entries = [entry, ...this.#entries];
        this.#total++;
        this.#tell();
    }

    /** @param {number} id leaves it out of the list */
    hide(id) {
        this.#gone.add(id);
        this.#tell();
    }

    /** @param {number} id */
    unhide(id) {
        this.#gone.delete(id);
        this.#tell();
    }

    /** @param {number} id that the service has not got any more; it stays left out */
    drop(id) {
        this.#gone.add(id);
        const before = this.#entries.length;
        this.#entries = this.#entries.filter(entry => entry.id !== id);
        this.#total -= before - this.#entries.length;
        this.#tell();
    }

    /**
     * @param {number} count
     * @param {AbortSignal} signal
     */
    async #again(count, signal) {
        /** @type {Entry[]} */
        let entries = [];
        for (let number = 1; ; number++) {
            const { conversations, pagination } = await this.#page(number, Math.min(count, MOST), signal);
            entries = distinct([...entries, ...conversations]);
            this.#total = pagination.has_more ? pagination.total : entries.length;
            if (!pagination.has_more || entries.length >= count) {
                break;
            }
        }
        this.#entries = entries;
        this.#listed = true;
    }

    /**
     * @param {number} page
     * @param {number} limit
     * @param {AbortSignal} signal
     */
    #page(page, limit, signal) {
        const query = new URLSearchParams({ page: String(page), limit: String(limit) });
        if (this.#query) {
            query.set('q', this.#query);
        }
        return this.#api.json('GET', `/api/user/conversations?${query}`, { signal });
    }

    /** @param {(signal: AbortSignal) => Promise<void>} work */
    #inTurn(work) {
        const { signal } = this.#abort;
        this.#waiting++;
        this.#tell();
        this.#turn = this.#turn.then(async () => {
            if (signal.aborted) {
                return;
            }
            try {
                await work(signal);
                this.#problem = undefined;
            } catch (failure) {
                if (!signal.aborted) {
                    this.#problem = Problem.from(failure);
                }
            }
        }).finally(() => {
            this.#waiting--;
            this.#tell();
        });
        return this.#turn;
    }

    #adopt() {
        if (this.#owner !== this.#identity.owner) {
            this.#owner = this.#identity.owner;
            this.#query = '';
            this.#works = [];
            this.#gone.clear();
            this.#beginnings.clear();
            this.#forgetList();
            this.#tell();
        }
    }

    /** Answers that are still under way belong to another search or another person. */
    #forgetList() {
        this.#abort.abort();
        this.#abort = new AbortController();
        this.#entries = [];
        this.#total = 0;
        this.#listed = false;
        this.#problem = undefined;
    }

    #tell() {
        this.dispatchEvent(new Event('change'));
    }
}

/** @param {Work} work */
function key(work) {
    return `${work.audio_sha256} ${work.session_id}`;
}

/** @param {Entry[]} entries */
function distinct(entries) {
    return [...new Map(entries.map(entry => [entry.id, entry])).values()];
}
