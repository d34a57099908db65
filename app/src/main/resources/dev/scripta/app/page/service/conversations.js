// @ts-check
import { Listing } from './listing.js';
import { Problem } from './problem.js';
import { readRevision, saveRevision } from './revision.js';
import { rows } from './rows.js';
import { beginning } from './words.js';

/** @typedef {import('./rows.js').Work} Work */

/** The conversations of whoever is signed in, as far as they were listed. Event 'change'. */
export class Conversations extends EventTarget {
    #api;
    #identity;
    #outbox;
    #owner;
    #list;
    /** @type {Work[]} */
    #works = [];
    /** @type {Set<number>} conversations that are being deleted, or were */
    #gone = new Set();
    /** @type {Map<number, string>} first words of conversations that were read */
    #beginnings = new Map();

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
        this.#list = this.#listing('');
        outbox.addEventListener('change', () => this.#tell());
        identity.addEventListener('change', () => this.#adopt());
    }

    /** What was brought of the service's list, and how far that is. Another search has another one. */
    get list() {
        return this.#list;
    }

    /** Recordings that the service works on, whoever sent them. */
    get works() {
        return this.#works;
    }

    /** Each session once, newest first. While searching, conversations alone. */
    rows() {
        const searching = this.#list.query !== '';
        return rows({
            entries: this.#list.entries,
            works: searching ? [] : this.#works,
            locals: searching ? [] : this.#outbox.recordings(),
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

    /** @param {string} words blank for all */
    search(words) {
        const query = words.trim().slice(0, 200);
        if (query !== this.#list.query) {
            this.#exchange(query);
            this.refresh();
        }
    }

    /** Brings as much of the list as is shown, as it is now. */
    refresh() {
        return this.#list.refresh();
    }

    /** Looks at what the service works on; a recording that is settled may have become a conversation. */
    async look() {
        const { signal } = this.#list;
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
     * Has the service let a recording go that came to nothing.
     *
     * @param {import('./rows.js').Work} work
     * @throws {Problem} when it does not
     */
    async discard({ audio_sha256: sha256, session_id: session }) {
        const path = `/api/user/recordings/${sha256}?session_id=${encodeURIComponent(session)}`;
        try {
            await this.#api.send('DELETE', path);
        } catch (failure) {
            if (Problem.from(failure).status !== 404) {
                throw failure;
            }
        }
        await this.look();
    }

    /**
     * @param {number | string} id
     * @param {AbortSignal} [signal]
     */
    async read(id, signal) {
        const read = await readRevision(this.#api, id, signal);
        const { conversation } = read;
        this.#beginnings.set(conversation.id, beginning(conversation.transcript));
        this.#tell();
        return read;
    }

    /** @param {Parameters<typeof saveRevision>[1]} revision */
    async save(revision) {
        const id = await saveRevision(this.#api, revision);
        this.refresh();
        return id;
    }

    /**
     * Shows a conversation that has just been made, until the service lists it.
     * @param {{sessionId: string, conversationId: number, result?: {analysis?: Record<string, unknown>}}} saved
     */
    add({ sessionId, conversationId, result }) {
        if (this.#list.query) {
            return;
        }
        const { title, chief_complaint: complaint = title ?? null, patient_name: name = null } = result?.analysis ?? {};
        this.#list.add({ id: conversationId, session_id: sessionId, created_at: new Date().toISOString(),
            patient_name: name, chief_complaint: complaint });
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
        this.#list.remove(id);
        this.#tell();
    }

    #adopt() {
        if (this.#owner !== this.#identity.owner) {
            this.#owner = this.#identity.owner;
            this.#works = [];
            this.#gone.clear();
            this.#beginnings.clear();
            this.#exchange('');
        }
    }

    /** @param {string} query of the list that comes in place of the present one */
    #exchange(query) {
        this.#list.close();
        this.#list = this.#listing(query);
        this.#tell();
    }

    /** @param {string} query */
    #listing(query) {
        return new Listing(this.#api, query, () => this.#tell());
    }

    #tell() {
        this.dispatchEvent(new Event('change'));
    }
}

/** @param {Work} work */
function key(work) {
    return `${work.audio_sha256} ${work.session_id}`;
}
