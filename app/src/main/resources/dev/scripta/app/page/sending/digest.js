// @ts-check
import '../lib/sha256.js';

/** @typedef {{update: (data: ArrayBuffer) => void, hex: () => string}} Hash */

const { sha256 } = /** @type {{sha256: {create: () => Hash}}} */ (/** @type {unknown} */ (globalThis));

const SLICE = 1 << 20;

/**
 * SHA-256 of a file of any size. It is read in slices, between which the page stays alive; the browser's own digest
 * would need the whole file in memory, and https.
 *
 * @param {Blob} blob
 * @param {{signal: AbortSignal, progress: (share: number) => void}} options
 * @returns {Promise<string>} in lower-case hexadecimal digits
 */
export async function digest(blob, { signal, progress }) {
    const hash = sha256.create();
    for (let at = 0; at < blob.size; at += SLICE) {
        signal.throwIfAborted();
        hash.update(await blob.slice(at, at + SLICE).arrayBuffer());
        progress(Math.min(1, (at + SLICE) / blob.size));
    }
    return hash.hex();
}
