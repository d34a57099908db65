// @ts-check
import { WriteBehind } from './write-behind.js';

/** @typedef {import('./vault.js').Kept} Kept */

/**
 * What people see of a recording at the moment.
 *
 * @typedef {object} Sight
 * @property {string} state
 * @property {number} [share] 0 to 1 of the state's work
 * @property {string} [message] plain words
 * @property {number} [retryAt] milliseconds since the epoch
 * @property {any} [result] transcript and analysis, once they are known
 */

/** One recording in this tab: whose it is, what is known and shown of it, and where its sound goes. */
export class Entry {
    #changed;
    #sound;
    #gone = new AbortController();
    /** @type {(() => void) | undefined} */
    #free;
    /** @type {Sight} */
    sight = { state: 'waiting' };
    /** Whether it is being recorded in this very tab. */
    live = false;
    /** Whether a person has thrown it away and may still change their mind. */
    aside = false;

    /**
     * @param {Kept} kept
     * @param {{vault: import('./vault.js').Vault, stored: boolean, changed: () => void}} surroundings
     */
    constructor(kept, { vault, stored, changed }) {
        this.kept = kept;
        this.#changed = changed;
        this.#sound = new WriteBehind({ vault, stored, changed });
    }

    get id() {
        return this.kept.id;
    }

    /** Whether no other tab may touch it. */
    get mine() {
        return this.#free !== undefined;
    }

    /** Whether closing the tab would lose sound. */
    get fragile() {
        return this.live || this.#sound.pending;
    }

    /** Why the vault takes nothing, in plain words; '' while it does. */
    get trouble() {
        return this.#sound.trouble;
    }

    /** Aborted once the recording is discarded, sent, or its owner has gone. */
    get signal() {
        return this.#gone.signal;
    }

    /** @param {Sight} sight */
    show(sight) {
        this.sight = { result: this.sight.result, ...sight };
        this.#changed();
    }

    /**
     * @param {() => void} free ends the claim
     * @param {Kept} kept as it is by now
     */
    claimed(free, kept = this.kept) {
        this.#free = free;
        this.kept = kept;
    }

    /**
     * Its owner has gone: nobody here works on it any more, and another tab may. What only this tab has keeps its
     * claim.
     */
    leave() {
        this.#gone.abort();
        this.sight = { state: this.sight.state };
        this.#sound.written.then(() => {
            if (this.signal.aborted && !this.fragile) {
                this.#release();
            }
        });
    }

    /** Its owner is here again. */
    back() {
        this.#gone = new AbortController();
        this.aside = false;
    }

    /** @param {Partial<Kept>} changes */
    note(changes) {
        Object.assign(this.kept, changes);
        return this.#sound.write(this.kept);
    }

    /** @param {string} type media type of the file that begins */
    beginPart(type) {
        this.#sound.beginPart();
        return this.note({
            parts: [...this.kept.parts, type],
            phase: 'recording',
            digest: '',
            accepted: false,
            failure: '',
        });
    }

    /**
     * @param {Blob} blob the next bytes of the part
     * @param {number} seconds of the recording so far
     */
    append(blob, seconds) {
        const parts = [...this.kept.parts];
        const part = parts.length - 1;
        // Only the bytes know for certain what the browser chose.
        parts[part] = blob.type || parts[part];
        this.#sound.append(part, blob);
        return this.note({ parts, bytes: this.kept.bytes + blob.size, seconds });
    }

    /**
     * Keeps the whole sound as one file.
     *
     * @param {Blob} file
     */
    keepFile(file) {
        this.#sound.put(file);
        return this.#sound.write(this.kept);
    }

    /** @returns {Promise<Blob | undefined>} the sound where it is one file already */
    file() {
        return this.#sound.file(this.id);
    }

    /** @returns {Promise<Blob[]>} the parts with sound in them, each a file */
    parts() {
        return this.#sound.parts(this.kept);
    }

    /** Removes it from this browser. */
    async remove() {
        this.#gone.abort();
        try {
            await this.#sound.remove(this.id);
        } finally {
            this.#release();
        }
    }

    #release() {
        this.#free?.();
        this.#free = undefined;
    }
}
