// @ts-check
import { Problem } from '../service/problem.js';

const RATE = 16_000;
const HEADER = 44;
/** Seconds: decoded at once, a longer part takes more memory than a tab is given. */
const LONGEST = 2 * 60 * 60;

/**
 * One WAV file out of several recordings. Each start of a recorder writes a file with a header of its own, so their
 * bytes cannot be put together; their sound can. 16 kHz, one channel, 16 bits: what speech recognition works on.
 *
 * @param {Blob[]} parts in order
 * @param {number} seconds of all of them
 * @returns {Promise<Blob>}
 * @throws {Problem} when the browser cannot read a part
 */
export async function join(parts, seconds) {
    const all = parts.reduce((sum, part) => sum + part.size, 0);
    const long = parts.findIndex(part => (seconds * part.size) / all > LONGEST);
    if (long >= 0) {
        throw unreadable(long + 1);
    }
    const sounds = [];
    for (const [index, part] of parts.entries()) {
        // One after the other, and kept as a blob: hours of decoded sound need not fit in memory at once.
        sounds.push(new Blob([await samples(part, index + 1)]));
    }
    const bytes = sounds.reduce((sum, sound) => sum + sound.size, 0);
    return new Blob([header(bytes), ...sounds], { type: 'audio/wav' });
}

/**
 * @param {Blob} part
 * @param {number} place from 1
 * @returns {Promise<ArrayBuffer>} little-endian 16-bit samples
 */
async function samples(part, place) {
    let sound;
    try {
        sound = await new OfflineAudioContext(1, 1, RATE).decodeAudioData(await part.arrayBuffer());
    } catch {
        throw unreadable(place);
    }
    const mean = mixed(sound);
    const view = new DataView(new ArrayBuffer(mean.length * 2));
    for (let at = 0; at < mean.length; at++) {
        view.setInt16(at * 2, Math.round(Math.max(-1, Math.min(1, mean[at])) * 32767), true);
    }
    return view.buffer;
}

/**
 * @param {AudioBuffer} sound
 * @returns {Float32Array} the mean of its channels, in the place of the first
 */
function mixed(sound) {
    const mean = sound.getChannelData(0);
    const many = sound.numberOfChannels;
    for (let channel = 1; channel < many; channel++) {
        const other = sound.getChannelData(channel);
        for (let at = 0; at < mean.length; at++) {
            mean[at] += other[at];
        }
    }
    for (let at = 0; many > 1 && at < mean.length; at++) {
        mean[at] /= many;
    }
    return mean;
}

/** @param {number} place of the part, from 1 */
function unreadable(place) {
    return new Problem(
        415,
        `This browser cannot read part ${place} of the recording, so the parts cannot be joined. ` +
            'Save them to files; each can then be sent on its own.',
    );
}

/**
 * @param {number} bytes of samples
 * @returns {ArrayBuffer} of a RIFF WAVE file with PCM
 */
function header(bytes) {
    const view = new DataView(new ArrayBuffer(HEADER));
    const text = (/** @type {number} */ at, /** @type {string} */ letters) =>
        Array.from(letters).forEach((letter, index) => view.setUint8(at + index, letter.charCodeAt(0)));
    text(0, 'RIFF');
    view.setUint32(4, HEADER - 8 + bytes, true);
    text(8, 'WAVEfmt ');
    view.setUint32(16, 16, true);
    view.setUint16(20, 1, true);
    view.setUint16(22, 1, true);
    view.setUint32(24, RATE, true);
    view.setUint32(28, RATE * 2, true);
    view.setUint16(32, 2, true);
    view.setUint16(34, 16, true);
    text(36, 'data');
    view.setUint32(40, bytes, true);
    return view.buffer;
}
