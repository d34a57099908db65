// @ts-check
import { Locks } from '../keeping/locks.js';
import { Shelf } from '../keeping/shelf.js';
import { Deliveries } from './deliveries.js';
import { copies } from './sound.js';
import { Turns } from './turns.js';

/** @typedef {import('../keeping/entry.js').Entry} Entry */

/**
 * One recording of this browser as views see it.
 *
 * @typedef {object} LocalRecording
 * @property {string} id
 * @property {string} sessionId
 * @property {string} owner
 * @property {string} name '' where it is named by its time
 * @property {number} createdAt milliseconds since the epoch
 * @property {number} bytes
 * @property {number} seconds 0 where it is not known
 * @property {'recording' | 'paused' | 'interrupted' | 'elsewhere' | 'waiting' | 'checking' | 'uploading' | 'received' |
 *     'transcribing' | 'analysing' | 'saving' | 'deferred' | 'retrying' | 'failed' | 'saved'} state
 * @property {number} [share] 0 to 1 of the state's work
 * @property {string} message plain words, '' when the state says it all
 * @property {number} [retryAt] milliseconds since the epoch
 * @property {number} [conversationId]
 * @property {any} [result] as the service answered, once it has
 * @property {'microphone' | 'file'} source
 * @property {string} trouble why this browser's storage does not keep it, '' when it does
 */

const UPLOADS = 2;
const SECOND = 1000;

/**
 * The recordings of the person who is signed in, from the first second until the service has them and their results.
 * Events: `change`; `saved` with `{sessionId, conversationId, result}` when this tab brought one through; `discarded`.
 */
export class Outbox extends EventTarget {
    #shelf;
    #identity;
    #deliveries;

    /**
     * @param {object} parts
     * @param {import('../keeping/vault.js').Vault} parts.vault
     * @param {import('../service/api.js').Api} parts.api
     * @param {import('../service/identity.js').Identity} parts.identity
     */
    constructor({ vault, api, identity }) {
        super();
        const locks = new Locks();
        this.#identity = identity;
        this.#shelf = new Shelf({ vault, identity, locks });
        this.#deliveries = new Deliveries({
            api,
            identity,
            locks,
            turns: new Turns(UPLOADS),
            saved: this.#saved.bind(this),
            remove: this.#shelf.remove.bind(this.#shelf),
        });
        this.#shelf.addEventListener('change', () => this.#changed());
        this.#shelf.addEventListener('claimed', event =>
            this.#deliveries.resume(/** @type {CustomEvent} */ (event).detail),
        );
        addEventListener('beforeunload', event => {
            if (this.fragile) {
                event.preventDefault();
            }
        });
        setInterval(() => this.#tick(), SECOND);
    }

    /** Whether closing the tab would lose sound, whoever's it is. */
    get fragile() {
        return this.#shelf.fragile;
    }

    /** Whether what this browser keeps cannot be read at the moment. */
    get unreadable() {
        return this.#shelf.unreadable;
    }

    /** Goes on with what an earlier visit left. */
    resume() {
        return this.#shelf.read();
    }

    /** @returns {LocalRecording[]} of the person who is signed in now, newest first */
    recordings() {
        const mine = this.#shelf.entries.filter(({ kept, aside }) => !aside && kept.owner === this.#identity.owner);
        return mine.map(localRecording);
    }

    /**
     * A file as a recording of its own, which is sent at once.
     *
     * @param {File} file
     * @returns {Promise<string>} its session id
     * @throws {Error} while nobody is signed in
     */
    async add(file) {
        const entry = await this.#shelf.begin({ name: file.name, source: 'file', bytes: file.size });
        entry.show({ state: 'waiting' });
        entry.kept.phase = 'stopped';
        await entry.keepFile(file);
        this.#shelf.tell(entry);
        this.#deliveries.start(entry);
        return entry.kept.sessionId;
    }

    /**
     * Where a recorder puts what it hears.
     *
     * @param {string} [id] of an interrupted recording that goes on
     * @returns {Promise<Entry>}
     */
    async open(id) {
        const entry =
            id === undefined ? await this.#shelf.begin({ name: '', source: 'microphone', bytes: 0 }) : this.#mine(id);
        if (!entry) {
            throw new Error('Another tab has this recording.');
        }
        navigator.storage?.persist?.().catch(() => {});
        entry.live = true;
        return entry;
    }

    /**
     * The recorder has stopped.
     *
     * @param {Entry} entry
     * @param {string} [interruption] plain words when nobody asked it to; then people decide how to go on
     */
    async close(entry, interruption) {
        entry.live = false;
        if (entry.kept.bytes === 0) {
            await this.#shelf.remove(entry);
        } else if (interruption === undefined) {
            await this.#stop(entry);
        } else {
            entry.show({ state: 'interrupted', message: interruption });
        }
        if (entry.signal.aborted) {
            // Its person has gone meanwhile: it waits for them.
            entry.leave();
        }
    }

    /**
     * Sends an interrupted recording as it is.
     *
     * @param {string} id
     */
    async send(id) {
        const entry = this.#mine(id);
        if (entry?.sight.state === 'interrupted') {
            await this.#stop(entry);
        }
    }

    /**
     * Tries again at once.
     *
     * @param {string} id
     */
    async retry(id) {
        this.#deliveries.hurry(id);
        const entry = this.#mine(id);
        if (entry?.sight.state === 'failed') {
            await entry.note({ failure: '' });
            this.#deliveries.start(entry);
        }
    }

    /**
     * Takes a recording out of sight and stops sending it, until it is brought back or discarded.
     *
     * @param {string} id
     */
    setAside(id) {
        const entry = this.#mine(id);
        if (entry && !entry.live) {
            entry.aside = true;
            this.#deliveries.stop(id);
            this.#changed();
        }
    }

    /** @param {string} id */
    bringBack(id) {
        const entry = this.#mine(id);
        if (entry?.aside) {
            entry.aside = false;
            this.#deliveries.resume(entry);
        }
    }

    /**
     * Throws a recording away. What the service has of it already stays there.
     *
     * @param {string} id
     */
    async discard(id) {
        const entry = this.#mine(id);
        if (entry && !entry.live) {
            await this.#shelf.remove(entry);
            this.dispatchEvent(new Event('discarded'));
        }
    }

    /**
     * @param {string} id
     * @returns {Promise<{name: string, blob: Blob}[]>} the sound under names for files: one, or one for each part
     */
    async copies(id) {
        const entry = this.#shelf.find(id);
        return entry ? copies(entry) : [];
    }

    /** @param {Entry} entry */
    async #stop(entry) {
        entry.show({ state: 'waiting' });
        await entry.note({ phase: 'stopped' });
        this.#shelf.tell(entry);
        this.#deliveries.start(entry);
    }

    /**
     * @param {Entry} entry
     * @param {number} conversationId
     */
    #saved(entry, conversationId) {
        const { sessionId } = entry.kept;
        this.dispatchEvent(
            new CustomEvent('saved', { detail: { sessionId, conversationId, result: entry.sight.result } }),
        );
        this.#shelf.tell(entry);
    }

    /** @param {string} id */
    #mine(id) {
        const entry = this.#shelf.find(id);
        return entry?.mine ? entry : undefined;
    }

    /** Counts down to the next tries. */
    #tick() {
        if (this.#shelf.entries.some(entry => entry.sight.retryAt !== undefined)) {
            this.#changed();
        }
    }

    #changed() {
        this.dispatchEvent(new Event('change'));
    }
}

/**
 * @param {Entry} entry
 * @returns {LocalRecording} as it is now
 */
function localRecording({ kept, sight, trouble }) {
    return {
        id: kept.id,
        sessionId: kept.sessionId,
        owner: kept.owner,
        name: kept.name,
        createdAt: kept.createdAt,
        bytes: kept.bytes,
        seconds: kept.seconds,
        source: kept.source,
        conversationId: kept.conversationId,
        message: '',
        trouble,
        ...sight,
        state: /** @type {LocalRecording['state']} */ (sight.state),
    };
}
