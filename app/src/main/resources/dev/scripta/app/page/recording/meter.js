// @ts-check

/** Loudness below this many decibels under full scale is drawn as silence. */
const FLOOR = -60;

/** How loud a microphone is at the moment. */
export class Meter {
    #context = new AudioContext();
    #analyser = this.#context.createAnalyser();
    #samples;

    /** @param {MediaStream} stream */
    constructor(stream) {
        this.#analyser.fftSize = 1024;
        this.#samples = new Float32Array(this.#analyser.fftSize);
        this.#context.createMediaStreamSource(stream).connect(this.#analyser);
    }

    /** @returns {number} 0 (silence) to 1 (full scale), on a logarithmic scale as ears have it */
    level() {
        this.#analyser.getFloatTimeDomainData(this.#samples);
        const power = this.#samples.reduce((sum, sample) => sum + sample * sample, 0) / this.#samples.length;
        const decibels = 10 * Math.log10(power + 1e-12);
        return Math.min(1, Math.max(0, 1 - decibels / FLOOR));
    }

    close() {
        this.#context.close().catch(() => {});
    }
}
