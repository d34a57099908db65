// @ts-check
import { News } from '../service/news.js';
import { Entry } from './entry.js';

/** @typedef {import('./vault.js').Kept} Kept */

/** Milliseconds until what could not be read is read again. */
const AGAIN = 5000;
const SIGN_IN = 'Sign in first: recordings belong to an account.';

/**
 * The recordings of the person who is signed in now, each claimed by one tab at most. When the tab that has one dies,
 * its claim is free and another tab gets it. Events: `change`; `claimed`, whose `detail` is the entry this tab has from
 * now on.
 */
export class Shelf extends EventTarget {
    #vault;
    #identity;
    #locks;
    #news;
    #owner = '';
    /** Whether what is kept cannot be read at the moment. */
    unreadable = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    #timer;
    /** @type {Map<string, Entry>} */
    #entries = new Map();
    /**
     * Of people who have gone, what this tab still has: sound that is in its memory alone waits for them.
     *
     * @type {Entry[]}
     */
    #parked = [];

    /**
     * @param {object} parts
     * @param {import('./vault.js').Vault} parts.vault
     * @param {import('../service/identity.js').Identity} parts.identity
     * @param {import('./locks.js').Locks} parts.locks
     */
    constructor({ vault, identity, locks }) {
        super();
        this.#vault = vault;
        this.#identity = identity;
        this.#locks = locks;
        this.#news = new News(identity, 'scripta');
        identity.addEventListener('change', () => this.read());
        this.#news.addEventListener('news', () => this.#hear());
    }

    /** @returns {Entry[]} newest first */
    get entries() {
        return [...this.#entries.values()].sort((a, b) => b.kept.createdAt - a.kept.createdAt);
    }

    /** Whether closing the tab would lose sound, whoever's it is. */
    get fragile() {
        return [...this.#entries.values(), ...this.#parked].some(entry => entry.fragile);
    }

    /** @param {string} id */
    find(id) {
        return this.#entries.get(id);
    }

    /** Reads again what there is for whoever is signed in now. */
    async read() {
        const owner = this.#identity.owner;
        if (owner !== this.#owner) {
            this.#owner = owner;
            this.#exchange(owner);
        }
        const all = owner ? await this.#vault.all(owner).catch(() => undefined) : [];
        if (owner !== this.#owner) {
            return;
        }
        this.unreadable = !all;
        if (!all) {
            this.#later();
            this.#changed();
            return;
        }
        const ids = new Set(all.map(kept => kept.id));
        [...this.#entries.values()]
            .filter(entry => !entry.mine && !ids.has(entry.id))
            .forEach(entry => this.#drop(entry));
        all.filter(kept => !this.#entries.has(kept.id)).forEach(kept => this.#claim(this.#enter(kept, true)));
        this.#changed();
    }

    /**
     * A new recording of this tab.
     *
     * @param {Pick<Kept, 'name' | 'source' | 'bytes'>} about
     * @returns {Promise<Entry>}
     * @throws {Error} while nobody is signed in
     */
    async begin({ name, source, bytes }) {
        if (!this.#owner) {
            throw new Error(SIGN_IN);
        }
        const id = newId();
        const owner = this.#owner;
        // Ours before it is on the shelf: what is on it, not ours and not in the vault is gone for all who read meanwhile.
        const free = await this.#locks.take(`recording/${id}`);
        if (owner !== this.#owner) {
            free();
            throw new Error(SIGN_IN);
        }
        const entry = this.#enter(
            {
                id,
                sessionId: id,
                owner,
                name,
                source,
                createdAt: Date.now(),
                parts: [],
                bytes,
                seconds: 0,
                phase: 'recording',
                digest: '',
                accepted: false,
                failure: '',
            },
            false,
        );
        entry.claimed(free);
        return entry;
    }

    /** @param {Entry} entry */
    async remove(entry) {
        this.#drop(entry);
        await entry.remove().catch(() => this.#later());
        this.tell(entry);
    }

    /**
     * Tells the other tabs that something became of a recording.
     *
     * @param {Entry} entry
     */
    tell({ kept: { owner } }) {
        this.#news.tell('recordings', undefined, owner);
    }

    /** @param {string} owner in whose recordings come in place of those of whoever was here */
    #exchange(owner) {
        this.#entries.forEach(entry => entry.leave());
        const parked = [...this.#parked, ...this.#entries.values()].filter(entry => entry.mine);
        const back = parked.filter(entry => entry.kept.owner === owner);
        this.#parked = parked.filter(entry => entry.kept.owner !== owner);
        this.#entries = new Map(back.map(entry => [entry.id, entry]));
        back.forEach(entry => entry.back());
        this.#changed();
        back.filter(entry => !entry.live).forEach(entry =>
            this.dispatchEvent(new CustomEvent('claimed', { detail: entry })),
        );
    }

    /**
     * @param {Kept} kept
     * @param {boolean} stored
     */
    #enter(kept, stored) {
        const entry = new Entry(kept, { vault: this.#vault, stored, changed: () => this.#changed() });
        this.#entries.set(kept.id, entry);
        return entry;
    }

    /** @param {Entry} entry one that is in the vault */
    async #claim(entry) {
        const { signal } = entry;
        const busy = () => entry.show({ state: 'elsewhere', message: 'Another tab is at work on it.' });
        let free = () => {};
        try {
            free = await this.#locks.take(`recording/${entry.id}`, { signal, busy });
            const kept = await this.#vault.get(entry.id);
            if (kept && !signal.aborted) {
                entry.claimed(free, kept);
                this.dispatchEvent(new CustomEvent('claimed', { detail: entry }));
                return;
            }
        } catch {
            if (!signal.aborted) {
                this.#later();
            }
        }
        free();
        this.#drop(entry);
    }

    #later() {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.read(), AGAIN);
    }

    /** @param {Entry} entry */
    #drop(entry) {
        if (this.#entries.get(entry.id) === entry) {
            this.#entries.delete(entry.id);
            this.#changed();
        }
    }

    /** Before the first reading nobody has asked for anything yet. */
    #hear() {
        if (this.#owner) {
            this.read();
        }
    }

    #changed() {
        this.dispatchEvent(new Event('change'));
    }
}

/** @returns {string} a random UUID; `randomUUID` is missing on pages that are not opened over https */
function newId() {
    if ('randomUUID' in crypto) {
        return crypto.randomUUID();
    }
    const bytes = /** @type {Crypto} */ (crypto).getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
