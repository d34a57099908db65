// @ts-check
import { Problem } from './problem.js';

/** Conversations that are hidden and will be deleted, unless somebody thinks better of it. */
export class Deletions {
    #page;
    /** @type {Map<number, () => void>} each with what takes its toast away */
    #pending = new Map();

    /** @param {import('../main.js').Page} page */
    constructor(page) {
        this.#page = page;
        // The page goes: what was decided is done now, by requests that outlive it.
        addEventListener('pagehide', () => this.flush());
        page.identity.addEventListener('leave', () => this.flush());
        page.identity.addEventListener('change', () => this.#forget());
    }

    /**
     * @param {number} id
     * @param {() => void} undone called when it is back because its person wanted it back
     */
    add(id, undone) {
        this.#page.conversations.hide(id);
        this.#page.news.tell('hidden', id);
        this.#pending.set(id, this.#page.toasts.show('Deleted.', {
            action: 'Undo',
            act: () => {
                this.#back(id);
                undone();
            },
            over: () => this.#delete(id),
        }));
    }

    /** Deletes at once whatever still waits. */
    flush() {
        for (const [id, close] of [...this.#pending]) {
            close();
            this.#delete(id);
        }
    }

    /** @param {number} id */
    #back(id) {
        this.#pending.delete(id);
        this.#page.conversations.unhide(id);
        this.#page.news.tell('shown', id);
    }

    /** @param {number} id */
    async #delete(id) {
        this.#pending.delete(id);
        const { api, conversations, news, toasts } = this.#page;
        try {
            await api.send('DELETE', `/api/user/conversations/${id}`, { keepalive: true });
        } catch (failure) {
            const problem = Problem.from(failure);
            if (problem.status !== 404) {
                this.#back(id);
                toasts.fail(`It could not be deleted and is back in the list. ${problem.detail}`);
                return;
            }
        }
        conversations.drop(id);
        news.tell('deleted', id);
    }

    /** Nobody is signed in any more: what still waits stays, rather than be deleted in another's name. */
    #forget() {
        if (!this.#page.identity.owner) {
            for (const close of this.#pending.values()) {
                close();
            }
            this.#pending.clear();
        }
    }
}
