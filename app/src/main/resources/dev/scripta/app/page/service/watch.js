// @ts-check
const EVERY = 5000;

/**
 * Keeps the list true without being asked: when something was saved here or in another tab, when somebody looks at the
 * page again, and while the service works on something.
 * @param {import('../main.js').Page} page
 */
export function watch({ identity, conversations, outbox, news }) {
    const look = () => {
        if (identity.owner) {
            conversations.look();
        }
    };
    const refresh = () => {
        if (identity.owner) {
            conversations.refresh();
            look();
        }
        // The service was away when the page was opened.
        if (identity.accounts && identity.owner && !identity.user) {
            identity.load().catch(() => undefined);
        }
    };
    outbox.addEventListener('saved', event => {
        const { detail } = /** @type {CustomEvent} */ (event);
        conversations.add(detail);
        news.tell('saved', detail.conversationId);
        refresh();
    });
    // What the service has of it is seen only now.
    outbox.addEventListener('discarded', look);
    news.addEventListener('news', event => {
        const { kind, id } = /** @type {CustomEvent} */ (event).detail;
        switch (kind) {
            case 'hidden': return conversations.hide(id);
            case 'shown': return conversations.unhide(id);
            case 'deleted': return conversations.drop(id);
            default: return refresh();
        }
    });
    document.addEventListener('visibilitychange', () => document.hidden || refresh());
    addEventListener('online', refresh);
    setInterval(() => {
        if (!document.hidden && (conversations.works.length || conversations.list.problem)) {
            conversations.list.problem ? refresh() : look();
        }
    }, EVERY);
    let owner = identity.owner;
    identity.addEventListener('change', () => {
        if (owner !== identity.owner) {
            owner = identity.owner;
            refresh();
        }
    });
    refresh();
}
