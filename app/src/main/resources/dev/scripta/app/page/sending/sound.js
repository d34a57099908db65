// @ts-check
import '../lib/sha256.js';
import { suffix } from '../recording/formats.js';
import { join } from '../recording/joining.js';
import { Problem } from '../service/problem.js';

/** @typedef {import('../keeping/entry.js').Entry} Entry */
/** @typedef {{update: (data: ArrayBuffer) => void, hex: () => string}} Hash */

const { sha256 } = /** @type {{sha256: {create: () => Hash}}} */ (/** @type {unknown} */ (globalThis));

/** Bytes that are digested at once. */
const SLICE = 1 << 20;

const JOINING = 'Joining the parts of this recording did not come to an end. Save them to files, or try again.';

/**
 * The sound of a recording as the one file that is sent, with its digest. Both are kept, so that this is done once.
 *
 * @param {Entry} entry
 * @param {AbortSignal} signal
 * @returns {Promise<{blob: Blob, sha256: string}>} the digest in lower-case hexadecimal digits
 * @throws {Problem} when there is no sound, or the browser cannot join its parts
 */
export async function content(entry, signal) {
    entry.show({ state: 'checking' });
    const blob = (await entry.file()) ?? (await joined(entry));
    const known = entry.kept.digest;
    const sha256 =
        known || (await digest(blob, { signal, progress: share => entry.show({ state: 'checking', share }) }));
    if (!known) {
        await entry.note({ digest: sha256 });
    }
    return { blob, sha256 };
}

/**
 * @param {Entry} entry
 * @returns {Promise<Blob>}
 */
async function joined(entry) {
    const parts = await entry.parts();
    if (parts.length === 0) {
        throw new Problem(400, 'Nothing was recorded.');
    }
    if (parts.length === 1) {
        return parts[0];
    }
    // Should the tab die of it, the next visit offers copies instead of dying, too.
    await entry.note({ failure: JOINING });
    const blob = await join(parts, entry.kept.seconds);
    entry.kept.failure = '';
    await entry.keepFile(blob);
    return blob;
}

/**
 * SHA-256 of a file of any size. It is read in slices, between which the page stays alive; the browser's own digest
 * would need the whole file in memory, and https.
 *
 * @param {Blob} blob
 * @param {{signal: AbortSignal, progress: (share: number) => void}} options
 * @returns {Promise<string>} in lower-case hexadecimal digits
 */
async function digest(blob, { signal, progress }) {
    const hash = sha256.create();
    for (let at = 0; at < blob.size; at += SLICE) {
        signal.throwIfAborted();
        hash.update(await blob.slice(at, at + SLICE).arrayBuffer());
        progress(Math.min(1, (at + SLICE) / blob.size));
    }
    return hash.hex();
}

/**
 * The sound of a recording for its person to keep, as it is.
 *
 * @param {Entry} entry
 * @returns {Promise<{name: string, blob: Blob}[]>} under names for files: one, or one for each part
 */
export async function copies(entry) {
    const parts = await entry.parts();
    const file = parts.length === 0 ? await entry.file() : undefined;
    if (file) {
        return [{ name: entry.kept.name || 'recording', blob: file }];
    }
    const time = new Date(entry.kept.createdAt).toISOString().slice(0, 19).replaceAll(/[:T]/g, '-');
    return parts.map((blob, part) => ({
        name: `recording-${time}${parts.length > 1 ? `-part-${part + 1}` : ''}${suffix(blob.type)}`,
        blob,
    }));
}
