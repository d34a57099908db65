// @ts-check

/** @typedef {import('./vault.js').Kept} Kept */

/**
 * The sound of one recording on its way into the vault, at once and in order. What the vault does not take (it is full,
 * it is forbidden) stays in memory and is offered to it again with whatever comes next.
 */
export class WriteBehind {
    #vault;
    #changed;
    /** Whether the vault has anything of the recording. */
    #stored;
    /** All writing, one after the other; it never fails. */
    #written = Promise.resolve();
    /** @type {{part: number, number: number, blob: Blob}[]} */
    #pending = [];
    #number = 0;
    /** @type {Blob | undefined} */
    #file;
    #trouble = '';

    /** @param {{vault: import('./vault.js').Vault, stored: boolean, changed: () => void}} surroundings */
    constructor({ vault, stored, changed }) {
        this.#vault = vault;
        this.#stored = stored;
        this.#changed = changed;
    }

    /** Why the vault takes nothing, in plain words; '' while it does. */
    get trouble() {
        return this.#trouble;
    }

    /** Whether some of the sound is in memory alone. */
    get pending() {
        return this.#pending.length > 0 || this.#file !== undefined;
    }

    /** @returns {Promise<void>} once all was offered that there is by now */
    get written() {
        return this.#written;
    }

    /** A part begins: its slices are counted from 0. */
    beginPart() {
        this.#number = 0;
    }

    /**
     * @param {number} part from 0
     * @param {Blob} blob the next bytes of the part; written with what is known of them
     */
    append(part, blob) {
        this.#pending.push({ part, number: this.#number++, blob });
    }

    /** @param {Blob} file the whole sound; written with what is known of it */
    put(file) {
        this.#file = file;
    }

    /**
     * @param {Kept} kept of the recording; what it says when its turn comes is what is written
     * @returns {Promise<void>} once it was offered to the vault, whether that took it or not
     */
    write(kept) {
        this.#written = this.#written
            .then(() => this.#offer(kept))
            .then(
                () => this.#tell(''),
                error => this.#tell(words(error)),
            );
        return this.#written;
    }

    /**
     * @param {string} id of the recording
     * @returns {Promise<Blob | undefined>} the sound where it is one file already
     */
    async file(id) {
        await this.#written;
        return this.#file ?? (this.#stored ? this.#vault.file(id) : undefined);
    }

    /**
     * @param {Kept} kept
     * @returns {Promise<Blob[]>} the parts with sound in them, each a file
     */
    async parts(kept) {
        await this.#written;
        const parts = await Promise.all(
            kept.parts.map(async (type, part) => {
                const stored = this.#stored ? await this.#vault.slices(kept.id, part) : [];
                const pending = this.#pending.filter(slice => slice.part === part).map(slice => slice.blob);
                return new Blob([...stored, ...pending], { type });
            }),
        );
        return parts.filter(part => part.size > 0);
    }

    /**
     * @param {string} id of the recording
     * @throws {DOMException} when the vault does not let go of it; memory has
     */
    async remove(id) {
        await this.#written;
        try {
            if (this.#stored) {
                await this.#vault.remove(id);
            }
        } finally {
            this.#pending = [];
            this.#file = undefined;
        }
    }

    /** @param {Kept} kept goes along with all that the vault has not taken yet */
    async #offer(kept) {
        const slices = [...this.#pending];
        const data = await Promise.all(
            slices.map(async ({ part, number, blob }) => ({ part, number, data: await blob.arrayBuffer() })),
        );
        // What is known of a file is of no use without it.
        if (this.#stored || !this.#file) {
            await this.#vault.append(kept, data);
            this.#pending.splice(0, slices.length);
            this.#stored = true;
        }
        if (this.#file) {
            await this.#vault.putFile(kept, this.#file);
            this.#file = undefined;
            this.#stored = true;
        }
    }

    /** @param {string} trouble */
    #tell(trouble) {
        if (this.#trouble !== trouble) {
            this.#trouble = trouble;
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
