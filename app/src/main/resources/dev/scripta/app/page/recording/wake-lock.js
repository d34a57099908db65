// @ts-check

/** Keeps the screen on: a phone that falls asleep mutes its microphone. Browsers may refuse; nothing depends on it. */
export class WakeLock {
    #wanted = false;
    /** @type {WakeLockSentinel | undefined} */
    #lock;

    constructor() {
        // It ends whenever the page is out of sight.
        document.addEventListener('visibilitychange', () => this.#take());
    }

    hold() {
        this.#wanted = true;
        this.#take();
    }

    release() {
        this.#wanted = false;
        this.#lock?.release();
        this.#lock = undefined;
    }

    async #take() {
        if (!this.#wanted || document.hidden || !('wakeLock' in navigator)) {
            return;
        }
        try {
            this.#lock = await navigator.wakeLock.request('screen');
        } catch {
            return;
        }
        if (!this.#wanted) {
            this.release();
        }
    }
}
