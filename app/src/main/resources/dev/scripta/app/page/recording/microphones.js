// @ts-check

const CHOICE = 'scripta-microphone';

const WORDS = /** @type {Record<string, string>} */ ({
    NotAllowedError: 'The microphone is blocked. Allow it for this page in the browser’s settings, then try again.',
    SecurityError: 'The microphone is blocked. Allow it for this page in the browser’s settings, then try again.',
    NotFoundError: 'No microphone was found. Connect one, then try again.',
    NotReadableError: 'The microphone cannot be used. Perhaps another program uses it; close that, then try again.',
    AbortError: 'The microphone cannot be used. Perhaps another program uses it; close that, then try again.',
});

const NO_DEVICES =
    'This browser records only on pages that are opened over https or from this very computer (localhost). ' +
    'Audio files can be sent all the same.';

/** @typedef {{id: string, label: string}} Microphone */

/**
 * The microphones of this device and which of them is used; the choice is remembered in this browser. Event: `change`.
 */
export class Microphones extends EventTarget {
    #media = /** @type {MediaDevices | undefined} */ (navigator.mediaDevices);
    /** @type {Microphone[]} */
    #found = [];

    constructor() {
        super();
        this.#media?.addEventListener('devicechange', () => this.refresh());
    }

    /** @returns {string} why nothing can be recorded here, or '' */
    get obstacle() {
        return this.#media && 'MediaRecorder' in globalThis ? '' : NO_DEVICES;
    }

    /** @returns {Microphone[]} empty until the person allowed the microphone once: before, browsers do not name them */
    get found() {
        return this.#found;
    }

    /** @returns {string} the id of the chosen one, '' for the device's default */
    get chosen() {
        const id = stored() ?? '';
        return this.#found.some(microphone => microphone.id === id) ? id : '';
    }

    /** @param {string} id '' for the device's default */
    choose(id) {
        try {
            localStorage.setItem(CHOICE, id);
        } catch {
            // Storage is blocked: the choice holds for no longer than the page asks, which is all that can be done.
        }
        this.dispatchEvent(new Event('change'));
    }

    async refresh() {
        const devices = (await this.#media?.enumerateDevices().catch(() => [])) ?? [];
        this.#found = devices
            .filter(device => device.kind === 'audioinput' && device.deviceId && device.label)
            .map(device => ({ id: device.deviceId, label: device.label }));
        this.dispatchEvent(new Event('change'));
    }

    /**
     * Opens the chosen microphone, or the default one when the chosen one is gone.
     *
     * @returns {Promise<MediaStream>}
     * @throws {Error} with a message for people
     */
    async open() {
        if (!this.#media || this.obstacle) {
            throw new Error(this.obstacle);
        }
        const id = stored();
        try {
            return await this.#media.getUserMedia({ audio: id ? { deviceId: { ideal: id } } : true });
        } catch (error) {
            const name = error instanceof DOMException ? error.name : '';
            throw new Error(WORDS[name] ?? `The microphone cannot be used (${name}).`, { cause: error });
        } finally {
            this.refresh();
        }
    }
}

/** @returns {string | null} */
function stored() {
    try {
        return localStorage.getItem(CHOICE);
    } catch {
        return null;
    }
}
