// @ts-check
import { Vault } from './keeping/vault.js';
import { Microphones } from './recording/microphones.js';
import { Recorder } from './recording/recorder.js';
import { Outbox } from './sending/outbox.js';
import { Api } from './service/api.js';
import { Conversations } from './service/conversations.js';
import { Deletions } from './service/deletions.js';
import { Drafts } from './service/drafts.js';
import { Identity } from './service/identity.js';
import { News } from './service/news.js';
import { Templates } from './service/templates.js';
import { watch } from './service/watch.js';
import { ConversationView } from './view/conversation.js';
import { closeDialogs } from './view/dialog.js';
import { refuseDrops } from './view/drop.js';
import { Pane } from './view/pane.js';
import { ProfileView } from './view/profile.js';
import { RecordView } from './view/record.js';
import { RecordingBar } from './view/recording-bar.js';
import { RecordingPage } from './view/recording-page.js';
import { Router } from './view/router.js';
import { place, Shell } from './view/shell.js';
import { SignInView } from './view/sign-in.js';
import { Toasts } from './view/toasts.js';

/**
 * What every view gets.
 * @typedef {object} Page
 * @property {Identity} identity
 * @property {Api} api
 * @property {Outbox} outbox
 * @property {Recorder} recorder
 * @property {Microphones} microphones
 * @property {Conversations} conversations
 * @property {Templates} templates
 * @property {Drafts} drafts
 * @property {Deletions} deletions
 * @property {News} news of conversations: 'saved', 'hidden', 'shown' or 'deleted'
 * @property {Toasts} toasts
 * @property {(route: string) => void} go
 * @property {(route: string) => void} replace goes there in place of the present route
 * @property {() => Promise<boolean>} leave whether the present view may be left; it asks when words would be lost
 * @property {(title: string, more?: {moved?: boolean}) => void} title names the view; moved after a change of route
 */

const identity = new Identity();
const api = new Api(identity);
const outbox = new Outbox({ vault: new Vault(), api, identity });
const microphones = new Microphones();

const page = /** @type {Page} */ ({
    identity,
    api,
    outbox,
    microphones,
    recorder: new Recorder({ outbox, microphones, identity }),
    conversations: new Conversations({ api, identity, outbox }),
    templates: new Templates(api, identity),
    drafts: new Drafts(identity),
    news: new News(identity, 'scripta.conversations'),
    toasts: new Toasts(place('toasts')),
    go: route => router.go(route),
    replace: route => router.replace(route),
    leave: () => router.leave(),
    title: (title, more) => shell.title(title, more),
});
page.deletions = new Deletions(page);

const shell = new Shell(page);
const router = new Router(open);

/**
 * @param {string[]} route
 * @returns {import('./view/router.js').View}
 */
function open([name = '', id = '']) {
    const root = shell.clean();
    // Whoever is not signed in signs in where they are, and goes on from there.
    if (!identity.owner) {
        return new SignInView(root, page, name === 'sign-up');
    }
    switch (name) {
        case 'conversations':
            return new ConversationView(root, page, id);
        case 'recordings':
            return recording(root, id);
        case 'profile':
            return identity.accounts ? new ProfileView(root, page) : home(root);
        default:
            return home(root);
    }
}

/**
 * A conversation by now, perhaps: an address outlives what it was made for.
 * @param {HTMLElement} root
 * @param {string} session
 */
function recording(root, session) {
    const id = page.conversations.savedAs(session);
    if (id === undefined) {
        return new RecordingPage(root, page, session);
    }
    history.replaceState(null, '', `#/conversations/${id}`);
    return new ConversationView(root, page, String(id));
}

/** @param {HTMLElement} root */
function home(root) {
    if (location.hash && location.hash !== '#/') {
        history.replaceState(null, '', '#/');
    }
    const view = new RecordView(root, page);
    page.title('Record', { moved: true });
    return view;
}

/** Until the service has told who we are; it is asked again while it is away. */
async function begin() {
    for (let pause = 1000; ; pause = Math.min(pause * 2, 10000)) {
        try {
            return await identity.load();
        } catch {
            shell.waiting();
            await new Promise(resolve => setTimeout(resolve, pause));
        }
    }
}

refuseDrops();
await begin();
let { owner } = identity;
identity.addEventListener('change', () => {
    if (owner !== identity.owner) {
        owner = identity.owner;
        closeDialogs();
        page.toasts.clear();
        router.again();
    }
});
outbox.resume();
new Pane(place('pane'), page);
new RecordingBar(page);
watch(page);
router.again();
