// @ts-check

/**
 * What is kept of a recording beside its sound.
 *
 * @typedef {object} Kept
 * @property {string} id
 * @property {string} sessionId of its own, never used for another recording or by another person
 * @property {string} owner whose it is
 * @property {string} name for people
 * @property {'microphone' | 'file'} source
 * @property {number} createdAt milliseconds since the epoch
 * @property {string[]} parts media type of each part; each start of the recorder begins a file of its own
 * @property {number} bytes
 * @property {number} seconds without pauses; 0 for a file
 * @property {'recording' | 'stopped' | 'saved'} phase
 * @property {string} digest SHA-256 of what is sent, '' until it is known
 * @property {boolean} accepted the service may have the recording, and is asked before it is sent again
 * @property {string} failure why it is not sent any more unless asked, '' while it is
 * @property {number} [conversationId] once it is known that it was saved
 */

/** @typedef {{part: number, number: number, data: ArrayBuffer}} Slice */

const RECORDINGS = 'recordings';
const SLICES = 'slices';
const FILES = 'files';

/** The recordings of this browser, in IndexedDB. What it has taken survives a closed tab and a crash. */
export class Vault {
    /** @type {Promise<IDBDatabase> | undefined} */
    #opened;

    /**
     * @param {string} owner
     * @returns {Promise<Kept[]>}
     */
    async all(owner) {
        return this.#run([RECORDINGS], 'readonly', stores => stores(RECORDINGS).index('owner').getAll(owner));
    }

    /**
     * @param {string} id
     * @returns {Promise<Kept | undefined>}
     */
    async get(id) {
        return this.#run([RECORDINGS], 'readonly', stores => stores(RECORDINGS).get(id));
    }

    /**
     * Keeps slices and what is known with them, together or not at all.
     *
     * @param {Kept} kept
     * @param {Slice[]} slices
     */
    async append(kept, slices) {
        await this.#run([RECORDINGS, SLICES], 'readwrite', stores => {
            slices.forEach(slice => stores(SLICES).put(slice.data, [kept.id, slice.part, slice.number]));
            return stores(RECORDINGS).put(kept);
        });
    }

    /**
     * Keeps the whole sound as one file, beside slices if there are any.
     *
     * @param {Kept} kept
     * @param {Blob} file
     */
    async putFile(kept, file) {
        await this.#run([RECORDINGS, FILES], 'readwrite', stores => {
            stores(FILES).put(file, kept.id);
            return stores(RECORDINGS).put(kept);
        });
    }

    /**
     * @param {string} id
     * @returns {Promise<Blob | undefined>}
     */
    async file(id) {
        return this.#run([FILES], 'readonly', stores => stores(FILES).get(id));
    }

    /**
     * @param {string} id
     * @param {number} part
     * @returns {Promise<ArrayBuffer[]>} in order
     */
    async slices(id, part) {
        const range = IDBKeyRange.bound([id, part], [id, part, []]);
        return this.#run([SLICES], 'readonly', stores => stores(SLICES).getAll(range));
    }

    /** @param {string} id */
    async remove(id) {
        await this.#run([RECORDINGS, SLICES, FILES], 'readwrite', stores => {
            stores(FILES).delete(id);
            stores(SLICES).delete(IDBKeyRange.bound([id], [id, []]));
            return stores(RECORDINGS).delete(id);
        });
    }

    /**
     * @template T
     * @param {string[]} names
     * @param {IDBTransactionMode} mode
     * @param {(stores: (name: string) => IDBObjectStore) => IDBRequest<T>} work
     * @returns {Promise<T>} once the transaction is complete
     */
    async #run(names, mode, work) {
        const database = await this.#open();
        return new Promise((resolve, reject) => {
            // Strict: a power cut, too, must not take what was said to be kept.
            const transaction = database.transaction(names, mode, { durability: 'strict' });
            const request = work(name => transaction.objectStore(name));
            transaction.oncomplete = () => resolve(request.result);
            transaction.onabort = () => reject(transaction.error ?? new DOMException('Not kept', 'AbortError'));
        });
    }

    /** @returns {Promise<IDBDatabase>} */
    #open() {
        this.#opened ??= new Promise((resolve, reject) => {
            const request = indexedDB.open('scripta', 1);
            request.onupgradeneeded = () => {
                request.result.createObjectStore(RECORDINGS, { keyPath: 'id' }).createIndex('owner', 'owner');
                request.result.createObjectStore(SLICES);
                request.result.createObjectStore(FILES);
            };
            request.onsuccess = () => {
                const database = request.result;
                // Some browsers drop the connection when they run in the background: it is opened again at the next
                // need.
                database.onclose = () => this.#forget();
                database.onversionchange = () => {
                    database.close();
                    this.#forget();
                };
                resolve(database);
            };
            request.onerror = () => {
                this.#forget();
                reject(request.error);
            };
        });
        return this.#opened;
    }

    #forget() {
        this.#opened = undefined;
    }
}
