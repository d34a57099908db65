// @ts-check
import { Problem } from './problem.js';

/** The sound of one conversation: fetched once, when somebody wants to hear it. Event 'change'. */
export class Player extends EventTarget {
    #api;
    #id;
    #url = '';
    /** @type {Promise<void> | undefined} */
    #ready;
    #abort = new AbortController();

    /**
     * @param {import('./api.js').Api} api
     * @param {number} id of the conversation
     */
    constructor(api, id) {
        super();
        this.#api = api;
        this.#id = id;
        this.audio = document.createElement('audio');
        this.audio.controls = true;
        this.audio.addEventListener('timeupdate', () => this.dispatchEvent(new Event('change')));
    }

    /** Whether the sound is here or on its way. */
    get wanted() {
        return this.#ready !== undefined;
    }

    /** Seconds from the beginning. */
    get at() {
        return this.audio.currentTime;
    }

    /** @param {number} seconds from where to play */
    async play(seconds) {
        this.#ready ??= this.#fetch();
        this.dispatchEvent(new Event('change'));
        try {
            await this.#ready;
        } catch (failure) {
            if (this.#abort.signal.aborted) {
                return;
            }
            this.#ready = undefined;
            this.dispatchEvent(new Event('change'));
            throw Problem.from(failure);
        }
        this.audio.currentTime = seconds;
        await this.audio.play().catch(() => undefined);
    }

    close() {
        this.#abort.abort();
        this.audio.pause();
        this.audio.removeAttribute('src');
        URL.revokeObjectURL(this.#url);
    }

    async #fetch() {
        const path = `/api/user/conversations/${this.#id}/audio`;
        const response = await this.#api.send('GET', path, { signal: this.#abort.signal });
        this.#url = URL.createObjectURL(await response.blob().catch(() => {
            throw Problem.unreachable();
        }));
        await loaded(this.audio, this.#url);
    }
}

/**
 * What browsers record has no duration and cannot be searched before its end was found, which a jump far behind it
 * does.
 * @param {HTMLAudioElement} audio
 * @param {string} url
 * @returns {Promise<void>}
 */
function loaded(audio, url) {
    return new Promise((resolve, reject) => {
        audio.onerror = () => reject(new Problem(-1, 'This browser cannot play the recording.'));
        audio.onloadedmetadata = () => {
            if (Number.isFinite(audio.duration)) {
                resolve();
                return;
            }
            audio.ondurationchange = () => {
                if (Number.isFinite(audio.duration)) {
                    audio.ondurationchange = null;
                    resolve();
                }
            };
            audio.currentTime = 1e9;
        };
        audio.src = url;
    });
}
