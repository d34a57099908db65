// @ts-check

/** Why a request brought no result: a problem document (RFC 9457), or a connection that failed (status 0). */
export class Problem extends Error {
    /**
     * @param {number} status of HTTP; 0 when the service could not be reached
     * @param {string} detail for people, in plain words
     * @param {{type?: string, retryAfter?: number, errors?: {field: string, detail: string}[], etag?: string}} more
     */
    constructor(status, detail, { type = 'about:blank', retryAfter, errors = [], etag } = {}) {
        super(detail);
        this.name = 'Problem';
        this.status = status;
        this.detail = detail;
        this.type = type;
        /** Milliseconds to wait before the next try; undefined when the service names none. */
        this.retryAfter = retryAfter;
        this.errors = errors;
        /** Of what is stored now, where a condition did not hold. */
        this.etag = etag;
    }

    /**
     * What a form says at one of its fields; empty when the problem is not about it.
     * @param {string} field
     */
    at(field) {
        return this.errors.filter(error => error.field === field).map(error => error.detail).join('; ');
    }

    /** The service could not be reached at all. */
    static unreachable() {
        return new Problem(0, 'Scripta does not answer. Check your connection; nothing is lost.');
    }

    /**
     * Any failure as a problem: what is not one already is a fault of this page.
     * @param {unknown} failure
     */
    static from(failure) {
        if (failure instanceof Problem) {
            return failure;
        }
        console.error(failure);
        return new Problem(-1, 'Something went wrong in this page. Reload it, please.');
    }

    /**
     * @param {Response} response one that is not ok
     * @returns {Promise<Problem>}
     */
    static async of(response) {
        const seconds = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
        const body = await response.json().catch(() => ({}));
        const text = typeof body?.detail === 'string' && body.detail;
        return new Problem(response.status, text || `The service answered with status ${response.status}.`, {
            type: typeof body?.type === 'string' ? body.type : undefined,
            retryAfter: Number.isFinite(seconds) ? seconds * 1000 : undefined,
            errors: Array.isArray(body?.errors) ? body.errors : [],
            etag: response.headers.get('ETag') ?? undefined,
        });
    }
}
