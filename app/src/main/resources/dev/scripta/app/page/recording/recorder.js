// @ts-check
import { preferredFormat } from './formats.js';
import { Meter } from './meter.js';
import { WakeLock } from './wake-lock.js';

/** So much sound a crash can cost. */
const SLICE = 1000;
const BITS_PER_SECOND = 32_000;

/**
 * One start of the browser's recorder, until its stop. @typedef {{media: MediaRecorder, stream: MediaStream, meter?:
 * Meter}} Take
 */

/** @typedef {'idle' | 'starting' | 'recording' | 'paused' | 'stopping'} RecorderState */

/** Records from a microphone into the outbox, slice by slice. Event: `change`. */
export class Recorder extends EventTarget {
    #outbox;
    #microphones;
    /** @type {RecorderState} */
    #state = 'idle';
    #awake = new WakeLock();
    #message = '';
    /** @type {Take | undefined} */
    #take;
    /** @type {import('../keeping/entry.js').Entry | undefined} */
    #entry;
    /** Milliseconds recorded before the last start or resume. */
    #before = 0;
    #since = 0;
    #asked = false;

    /**
     * @param {object} parts
     * @param {import('../sending/outbox.js').Outbox} parts.outbox
     * @param {import('./microphones.js').Microphones} parts.microphones
     * @param {import('../service/identity.js').Identity} parts.identity
     */
    constructor({ outbox, microphones, identity }) {
        super();
        this.#outbox = outbox;
        this.#microphones = microphones;
        // What was said until someone logs out is theirs and kept; the next person's words must not get into it. A
        // token that runs out is no log-out: whoever speaks goes on, and it waits for them to sign in again.
        identity.addEventListener('leave', () => this.#halt());
        identity.addEventListener('change', () => {
            if (identity.owner && identity.owner !== this.#entry?.kept.owner) {
                this.#halt();
            }
        });
        // A page in the background may be ended without notice: what is there by now is kept at once.
        document.addEventListener('visibilitychange', () => this.#flush());
        addEventListener('pagehide', () => this.#flush());
    }

    get state() {
        return this.#state;
    }

    /** Plain words about what went wrong, '' when nothing did. */
    get message() {
        return this.#message || this.#entry?.trouble || '';
    }

    /** The recording in work. */
    get id() {
        return this.#entry?.id;
    }

    /** Seconds recorded, without pauses. */
    get seconds() {
        return (this.#before + (this.#state === 'recording' ? performance.now() - this.#since : 0)) / 1000;
    }

    /** 0 to 1, how loud it is at the moment. */
    get level() {
        return this.#state === 'recording' ? (this.#take?.meter?.level() ?? 0) : 0;
    }

    /**
     * @param {string} [id] of an interrupted recording that goes on
     */
    async start(id) {
        if (this.#state !== 'idle') {
            return;
        }
        this.#message = '';
        this.#asked = false;
        this.#become('starting');
        try {
            this.#entry = await this.#outbox.open(id);
            this.#record(this.#entry, await this.#microphones.open());
        } catch (error) {
            this.#message = error instanceof Error ? error.message : String(error);
            await this.#over();
        }
    }

    pause() {
        if (this.#state === 'recording') {
            // The last words before a pause are kept now, not after it.
            this.#take?.media.requestData();
            this.#take?.media.pause();
            this.#before = this.seconds * 1000;
            this.#become('paused');
        }
    }

    resume() {
        if (this.#state === 'paused') {
            this.#take?.media.resume();
            this.#since = performance.now();
            this.#become('recording');
        }
    }

    stop() {
        this.#asked = true;
        this.#halt();
    }

    /**
     * @param {import('../keeping/entry.js').Entry} entry
     * @param {MediaStream} stream
     */
    #record(entry, stream) {
        const mimeType = preferredFormat();
        const media = new MediaRecorder(stream, { ...(mimeType && { mimeType }), audioBitsPerSecond: BITS_PER_SECOND });
        this.#take = { media, stream, meter: meterOf(stream) };
        media.ondataavailable = ({ data }) => {
            if (data.size > 0) {
                entry.append(data, this.seconds);
            }
        };
        media.onerror = event => {
            const { error } = /** @type {ErrorEvent} */ (event);
            const name = error?.name ?? 'unknown error';
            this.#message = `The browser stopped recording (${name}). What was recorded is kept.`;
        };
        media.onstop = () => this.#over();
        for (const track of stream.getAudioTracks()) {
            track.onended = () => this.#tell('The microphone was disconnected. What was recorded is kept.');
            track.onmute = () =>
                this.#tell('The microphone hears nothing: this device or another program has muted it.');
            track.onunmute = () => this.#tell('');
        }
        this.#before = entry.kept.seconds * 1000;
        this.#since = performance.now();
        media.start(SLICE);
        entry.beginPart(media.mimeType || mimeType);
        this.#awake.hold();
        this.#become('recording');
        if (entry.signal.aborted) {
            this.#halt();
        }
    }

    #halt() {
        if (this.#take && this.#state !== 'stopping') {
            this.#before = this.seconds * 1000;
            this.#become('stopping');
            // It may have stopped by itself already; then its events are on their way.
            if (this.#take.media.state !== 'inactive') {
                this.#take.media.stop();
            }
        }
    }

    /** Everything the browser recorded has been handed over, or recording did not even begin. */
    async #over() {
        const entry = this.#entry;
        this.#before = 0;
        this.#awake.release();
        this.#take?.stream.getTracks().forEach(track => track.stop());
        this.#take?.meter?.close();
        this.#take = undefined;
        this.#entry = undefined;
        this.#become('idle');
        if (entry) {
            await this.#outbox.close(
                entry,
                this.#asked ? undefined : this.#message || 'The recording was interrupted.',
            );
        }
    }

    #flush() {
        const media = this.#take?.media;
        if (document.visibilityState === 'hidden' && media && media.state !== 'inactive') {
            media.requestData();
        }
    }

    /** @param {string} message */
    #tell(message) {
        this.#message = message;
        this.#changed();
    }

    /** @param {RecorderState} state */
    #become(state) {
        this.#state = state;
        this.#entry?.show({ state: state === 'paused' ? 'paused' : 'recording' });
        this.#changed();
    }

    #changed() {
        this.dispatchEvent(new Event('change'));
    }
}

/**
 * @param {MediaStream} stream
 * @returns {Meter | undefined} recording does not depend on it
 */
function meterOf(stream) {
    try {
        return new Meter(stream);
    } catch {
        return undefined;
    }
}
