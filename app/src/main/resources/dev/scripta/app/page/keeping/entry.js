// @ts-check

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

/**
 * One recording in this tab. What is recorded goes to the vault at once and in order; what the vault does not take (it
 * is full, it is forbidden) stays in memory and is offered to it again with the next slice.
 */
export class Entry {
    #vault;
    #changed;
    #gone = new AbortController();
    /** All writing, one after the other. */
    #written = Promise.resolve();
    /** @type {{part: number, number: number, blob: Blob}[]} */
    #pending = [];
    #number = 0;
    #stored;
    /** @type {Blob | undefined} */
    #file;
    /** @type {(() => void) | undefined} */
    #free;
    /** @type {Sight} */
    sight = { state: 'waiting' };
    /** Why the vault takes nothing, in plain words; '' while it does. */
    trouble = '';
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
        this.#vault = vault;
        this.#stored = stored;
        this.#changed = changed;
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
        return this.live || this.#unsaved;
    }

    get #unsaved() {
        return this.#pending.length > 0 || this.#file !== undefined;
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
        this.#written.then(() => {
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
        return this.#write();
    }

    /** @param {string} type media type of the file that begins */
    beginPart(type) {
        this.#number = 0;
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
        this.#pending.push({ part, number: this.#number++, blob });
        return this.note({ parts, bytes: this.kept.bytes + blob.size, seconds });
    }

    /**
     * Keeps the whole sound as one file.
     *
     * @param {Blob} file
     */
    keepFile(file) {
        this.#file = file;
        return this.#write();
    }

    /**
     * @returns {Promise<Blob | undefined>} the sound where it is one file already
     */
    async file() {
        await this.#written;
        return this.#file ?? (this.#stored ? this.#vault.file(this.id) : undefined);
    }

    /** @returns {Promise<Blob[]>} the parts with sound in them, each a file */
    async parts() {
        await this.#written;
        const parts = await Promise.all(
            this.kept.parts.map(async (type, part) => {
                const stored = this.#stored ? await this.#vault.slices(this.id, part) : [];
                const pending = this.#pending.filter(slice => slice.part === part).map(slice => slice.blob);
                return new Blob([...stored, ...pending], { type });
            }),
        );
        return parts.filter(part => part.size > 0);
    }

    /** Removes it from this browser. */
    async remove() {
        this.#gone.abort();
        await this.#written;
        if (this.#stored) {
            await this.#vault.remove(this.id);
        }
        this.#pending = [];
        this.#file = undefined;
        this.#release();
    }

    #release() {
        this.#free?.();
        this.#free = undefined;
    }

    #write() {
        this.#written = this.#written
            .then(() => this.#offer())
            .then(
                () => this.#trouble(''),
                error => this.#trouble(words(error)),
            );
        return this.#written;
    }

    /** Gives the vault all that it has not taken yet. */
    async #offer() {
        const slices = [...this.#pending];
        const data = await Promise.all(
            slices.map(async ({ part, number, blob }) => ({ part, number, data: await blob.arrayBuffer() })),
        );
        // What is known of a file is of no use without it.
        if (this.#stored || !this.#file) {
            await this.#vault.append(this.kept, data);
            this.#pending.splice(0, slices.length);
            this.#stored = true;
        }
        if (this.#file) {
            await this.#vault.putFile(this.kept, this.#file);
            this.#file = undefined;
            this.#stored = true;
        }
    }

    /** @param {string} trouble */
    #trouble(trouble) {
        if (this.trouble !== trouble) {
            this.trouble = trouble;
            this.#changed();
        }
    }
}

/**
 * @param {unknown} error
 * @returns {string}
 */
function words(error) {
    const full = error instanceof DOMException && error.name === 'QuotaExceededError';
    return (
        (full ? 'This browser’s storage is full. ' : 'This browser does not let the page store recordings. ') +
        'The sound is kept in memory: leave this page open until it is sent.'
    );
}
