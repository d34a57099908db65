// @ts-check
import { Problem } from './problem.js';

/** Conversations of one page of the list; the service gives MOST at once at the most. */
const PAGE = 20;
const MOST = 50;

/** @typedef {import('./rows.js').Entry} Entry */

/** The beginning of the service's list of one person's conversations, for one search, as far as it was asked for. */
export class Listing {
    #api;
    #changed;
    #query;
    /** @type {Entry[]} in the service's order */
    #entries = [];
    #total = 0;
    #listed = false;
    /** @type {Problem | undefined} */
    #problem;
    /** Requests go one after the other, so that each builds upon what the last one brought. */
    #turn = Promise.resolve();
    #waiting = 0;
    #abort = new AbortController();

    /**
     * @param {import('./api.js').Api} api
     * @param {string} query empty for all
     * @param {() => void} changed
     */
    constructor(api, query, changed) {
        this.#api = api;
        this.#query = query;
        this.#changed = changed;
    }

    get query() {
        return this.#query;
    }

    /** @returns {readonly Entry[]} in the service's order */
    get entries() {
        return this.#entries;
    }

    /** Whether the beginning was brought. */
    get listed() {
        return this.#listed;
    }

    get loading() {
        return this.#waiting > 0;
    }

    /** Why the last request brought nothing. */
    get problem() {
        return this.#problem;
    }

    get more() {
        return this.#entries.length < this.#total;
    }

    /** Aborted once another list has taken the place of this one. */
    get signal() {
        return this.#abort.signal;
    }

    /** Answers that are still under way belong to another search or another person. */
    close() {
        this.#abort.abort();
    }

    /** Brings as much as is shown, as it is now. */
    refresh() {
        return this.#inTurn(() => this.#again(Math.max(PAGE, this.#entries.length)));
    }

    /**
     * The next part. Pages are counted, so a page holds other conversations when some came or went before it. The total
     * tells: then all is read again, so that none is missing. None is there twice in any case.
     */
    next() {
        return this.#inTurn(async () => {
            const number = Math.floor(this.#entries.length / PAGE) + 1;
            const { conversations, pagination } = await this.#page(number, PAGE);
            if (pagination.total !== this.#total) {
                return this.#again(this.#entries.length + PAGE);
            }
            this.#entries = distinct([...this.#entries, ...conversations]);
            if (!pagination.has_more) {
                this.#total = this.#entries.length;
            }
        });
    }

    /** @param {Entry} entry that the service does not list yet */
    add(entry) {
        if (!this.#entries.some(({ id }) => id === entry.id)) {
            this.#entries = [entry, ...this.#entries];
            this.#total++;
        }
    }

    /** @param {number} id of a conversation that the service has not got any more */
    remove(id) {
        const before = this.#entries.length;
        this.#entries = this.#entries.filter(entry => entry.id !== id);
        this.#total -= before - this.#entries.length;
    }

    /** @param {number} count of conversations, or as many as there are */
    async #again(count) {
        /** @type {Entry[]} */
        let entries = [];
        for (let number = 1; ; number++) {
            const { conversations, pagination } = await this.#page(number, Math.min(count, MOST));
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
     * @param {number} page from 1
     * @param {number} limit
     */
    #page(page, limit) {
        const query = new URLSearchParams({ page: String(page), limit: String(limit) });
        if (this.#query) {
            query.set('q', this.#query);
        }
        return this.#api.json('GET', `/api/user/conversations?${query}`, { signal: this.signal });
    }

    /** @param {() => Promise<void>} work */
    #inTurn(work) {
        this.#waiting++;
        this.#changed();
        this.#turn = this.#turn.then(async () => {
            if (this.signal.aborted) {
                return;
            }
            try {
                await work();
                this.#problem = undefined;
            } catch (failure) {
                if (!this.signal.aborted) {
                    this.#problem = Problem.from(failure);
                }
            }
        }).finally(() => {
            this.#waiting--;
            this.#changed();
        });
        return this.#turn;
    }
}

/** @param {Entry[]} entries */
function distinct(entries) {
    return [...new Map(entries.map(entry => [entry.id, entry])).values()];
}
