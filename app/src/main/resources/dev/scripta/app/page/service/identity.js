// @ts-check
import { ask, json } from './ask.js';
import { Problem } from './problem.js';

/**
 * The token lies in local storage, not in a cookie: a cookie would be sent along with whatever another site makes the
 * browser ask for. No script but ours runs here (content security policy), so none can read it there.
 */
const KEY = 'scripta.token';

/**
 * @typedef {object} User
 * @property {number} id
 * @property {string} name
 * @property {string} email
 * @property {number | null} age
 * @property {string | null} profile_pic_data
 */

/**
 * Who uses the page. Event 'change' when that is another one, and when their profile changed. Event 'leave' when they
 * log out, here or in another tab: the last moment to do something in their name.
 */
export class Identity extends EventTarget {
    #token = '';
    /** @type {User | undefined} */
    #user;
    #open = false;
    #known = false;

    constructor() {
        super();
        this.#token = stored();
        addEventListener('storage', event => {
            if (event.key === KEY || event.key === null) {
                this.#adopt(stored());
            }
        });
    }

    /** 'local' when sign-in is off, the account's number as text, or '' while nobody is signed in. */
    get owner() {
        return this.#open ? 'local' : subject(this.#token);
    }

    /** The account, once it was fetched. */
    get user() {
        return this.#user;
    }

    /** Whether the service has accounts. */
    get accounts() {
        return !this.#open;
    }

    /** Whether the service has told if it has accounts and who we are. */
    get known() {
        return this.#known;
    }

    /** @returns {Record<string, string>} */
    headers() {
        return this.#token && !this.#open ? { Authorization: `Bearer ${this.#token}` } : {};
    }

    /**
     * Asks the service who we are. A service that is away is no reason to forget a token.
     * @returns {Promise<void>}
     */
    async load() {
        const mine = this.headers();
        try {
            const user = await json(await ask('/api/auth/me', { headers: mine }));
            if (this.#outdated(mine)) {
                return this.load();
            }
            this.#open = false;
            this.#user = user;
        } catch (failure) {
            if (this.#outdated(mine)) {
                return this.load();
            }
            const problem = Problem.from(failure);
            if (problem.status === 404) {
                this.#open = true;
            } else if (problem.status === 401) {
                this.expire(mine);
            } else if (problem.status !== 403 && !this.#token) {
                throw problem;
            }
        }
        this.#known = true;
        this.#tell();
    }

    /**
     * @param {string} email
     * @param {string} password
     */
    async signIn(email, password) {
        await this.#enter('/api/auth/login', { email, password });
    }

    /** @param {{name: string, email: string, password: string, age?: string}} fields */
    async signUp(fields) {
        await this.#enter('/api/auth/signup', fields);
    }

    /** Forgets who we are, in every tab. The service keeps no sessions. */
    signOut() {
        this.dispatchEvent(new Event('leave'));
        store('');
        this.#become('');
    }

    /**
     * The service does not take the token any more. Nothing is forgotten but the token: the same person comes back.
     * @param {Record<string, string>} used headers of the request that was refused: a late answer ends no newer token
     */
    expire(used = this.headers()) {
        if (this.#token && !this.#outdated(used)) {
            this.#become('');
        }
    }

    /**
     * Whether another token took the place of the one that was asked with: the answer is about somebody else, perhaps.
     * @param {Record<string, string>} used
     */
    #outdated(used) {
        return used.Authorization !== this.headers().Authorization;
    }

    /** @param {User} user the account as the service knows it now */
    update(user) {
        if (String(user.id) === this.owner) {
            this.#user = user;
            this.#tell();
        }
    }

    /**
     * @param {string} path
     * @param {object} fields
     */
    async #enter(path, fields) {
        const headers = { 'Content-Type': 'application/json' };
        const answer = await json(await ask(path, { method: 'POST', headers, body: JSON.stringify(fields) }));
        store(answer.access_token);
        this.#token = answer.access_token;
        this.#user = answer.user;
        this.#known = true;
        this.#tell();
    }

    /** @param {string} token that another tab put in place of ours */
    #adopt(token) {
        if (token === this.#token) {
            return;
        }
        if (this.owner && subject(token) !== this.owner) {
            this.dispatchEvent(new Event('leave'));
        }
        this.#become(token);
        if (token && !this.#user) {
            this.load().catch(() => undefined);
        }
    }

    /** @param {string} token */
    #become(token) {
        if (subject(token) !== this.owner) {
            this.#user = undefined;
        }
        this.#token = token;
        this.#tell();
    }

    #tell() {
        this.dispatchEvent(new Event('change'));
    }
}

/**
 * Whose token it is, by its own word: the service looks at the signature, we only name what we keep by it.
 * @param {string} token
 * @returns {string}
 */
function subject(token) {
    try {
        const claims = token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
        return String(JSON.parse(atob(claims)).sub ?? '');
    } catch {
        return '';
    }
}

function stored() {
    try {
        return localStorage.getItem(KEY) ?? '';
    } catch {
        return '';
    }
}

/** @param {string} token */
function store(token) {
    try {
        if (token) {
            localStorage.setItem(KEY, token);
        } else {
            localStorage.removeItem(KEY);
        }
    } catch {
        // Storage is forbidden: the sign-in lasts as long as the page.
    }
}
