// @ts-check
import { Problem } from '../service/problem.js';

/**
 * Failures that sending again may cure, beside those without an answer. A token that ran out ends the delivery by
 * itself, for its owner is gone then; whoever is still signed in has a newer one, or is asked for one by something on
 * the way.
 */
const PASSING = new Set([401, 403, 404, 408, 409, 425, 429, 500, 502, 503, 504]);

/**
 * Whether sending again unasked can help. Where an engine may have done, and billed, the work without telling, people
 * decide.
 *
 * @param {Problem} problem
 */
export function passes({ status, type, detail, retryAfter }) {
    if (type.endsWith('/outcome-unknown')) {
        return retryAfter !== undefined;
    }
    // Our service says with 502 that an engine failed for good; a proxy, that the service is away for a moment: it
    // gives no reason.
    const forGood = status === 502 && retryAfter === undefined && !detail.startsWith('The service answered');
    return status === 0 || (PASSING.has(status) && !forGood);
}

/**
 * @param {Problem} problem
 * @returns {string} plain words for one that passes
 */
export function words({ status }) {
    switch (status) {
        case -1:
            return 'Something went wrong in this page';
        case 0:
            return 'No connection to the service';
        case 401:
        case 403:
            return 'The service did not take the sign-in';
        case 409:
            return 'The service is at work on this recording';
        case 429:
            return 'The service asks for a pause';
        case 503:
            return 'The service is busy';
        default:
            return 'The service has a problem';
    }
}

/** The service has decided, and decides anew only when a person asks for it: it never passes. */
export class Refused extends Problem {
    /** @param {string} detail for people, in plain words */
    constructor(detail) {
        super(422, detail);
    }
}
