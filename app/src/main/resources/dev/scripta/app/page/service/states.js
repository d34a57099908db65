// @ts-check

/** What is said of a recording that is not a conversation yet, and how urgently. */
const STATES = new Map(Object.entries({
    recording: ['Recording', ''],
    paused: ['Paused', ''],
    interrupted: ['Interrupted', 'warn'],
    elsewhere: ['In another tab', ''],
    checking: ['Checking', ''],
    uploading: ['Uploading', ''],
    received: ['Received', ''],
    transcribing: ['Transcribing', ''],
    analysing: ['Analysing', ''],
    saving: ['Saving', ''],
    waiting: ['Waiting', 'warn'],
    abandoned: ['Not finished', 'bad'],
    retrying: ['Trying again', 'warn'],
    deferred: ['Saved later', 'warn'],
    failed: ['Failed', 'bad'],
}));

/**
 * @param {string} state
 * @param {number} [share] of it that is done, 0 to 1
 * @returns {{words: string, kind: string}}
 */
export function inWords(state, share) {
    const [words, kind] = STATES.get(state) ?? ['In work', ''];
    const known = share !== undefined && share > 0 && share < 1;
    return { words: known ? `${words}, ${Math.floor(share * 100)} %` : words, kind };
}
