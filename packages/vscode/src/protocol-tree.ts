// The view of the protocol in the side bar: cohorts, their criteria, and what is known of each.
import type { Disposable, ProviderResult, TreeDataProvider } from 'vscode';
import { EventEmitter, MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, languages, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FileStatus } from './file-status.js';
import type { Outline, OutlineCohort, OutlineCriterion, VerdictState } from './requests.js';

type Node =
    | { kind: 'cohort'; cohort: OutlineCohort }
    | { kind: 'side'; cohort: OutlineCohort; side: 'include' | 'exclude' }
    | { kind: 'criterion'; criterion: OutlineCriterion };

const ICONS: Readonly<Record<VerdictState, { icon: string; colour?: string; says: string }>> = {
    error: { icon: 'error', colour: 'problemsErrorIcon.foreground', says: 'has an error' },
    warning: { icon: 'warning', colour: 'problemsWarningIcon.foreground', says: 'has a warning' },
    information: { icon: 'info', colour: 'problemsInfoIcon.foreground', says: 'has a remark' },
    proved: { icon: 'pass', colour: 'testing.iconPassed', says: 'nothing wrong was found; the analysis is complete' },
    partly: { icon: 'question', says: 'nothing wrong was found; a part could not be analysed' },
    checking: { icon: 'sync', says: 'is being analysed' },
    'not-analysed': { icon: 'circle-slash', says: 'was not analysed' },
};

/** Milliseconds after which the view follows what was published. */
const DELAY = 150;

export class ProtocolTree implements TreeDataProvider<Node>, Disposable {
    private readonly changed = new EventEmitter<undefined>();
    readonly onDidChangeTreeData = this.changed.event;
    private readonly view = window.createTreeView('crit.protocol', { treeDataProvider: this, showCollapseAll: true });
    private readonly registrations: Disposable[];
    private shown: string | undefined;
    private timer: ReturnType<typeof setTimeout> | undefined;

    constructor(
        private readonly client: BaseLanguageClient,
        status: FileStatus,
    ) {
        this.registrations = [
            window.onDidChangeActiveTextEditor(() => this.soon()),
            languages.onDidChangeDiagnostics(() => this.soon()),
            status.onDidChange(() => this.soon()),
        ];
        this.follow();
    }

    async getChildren(node?: Node): Promise<Node[]> {
        if (node === undefined) {
            const outline = this.shown === undefined ? null : await this.client.sendRequest<Outline | null>('crit/outline', { uri: this.shown });
            this.view.message = outline === null ? 'Open a .crit file to see its cohorts and criteria.' : '';
            this.view.description = outline?.protocol?.id ?? '';
            return (outline?.cohorts ?? []).map((cohort) => ({ kind: 'cohort', cohort }));
        }
        switch (node.kind) {
            case 'cohort':
                return (['include', 'exclude'] as const)
                    .filter((side) => node.cohort.criteria.some(({ kind }) => kind === side))
                    .map((side) => ({ kind: 'side', cohort: node.cohort, side }));
            case 'side':
                return node.cohort.criteria.filter(({ kind }) => kind === node.side).map((criterion) => ({ kind: 'criterion', criterion }));
            case 'criterion':
                return [];
        }
    }

    getTreeItem(node: Node): TreeItem {
        switch (node.kind) {
            case 'cohort':
                return cohortItem(node.cohort);
            case 'side':
                return new TreeItem(node.side === 'include' ? 'Inclusion criteria' : 'Exclusion criteria', TreeItemCollapsibleState.Expanded);
            case 'criterion':
                return criterionItem(node.criterion);
        }
    }

    getParent(): ProviderResult<Node> {
        return undefined;
    }

    dispose(): void {
        clearTimeout(this.timer);
        for (const registration of this.registrations) registration.dispose();
        this.view.dispose();
        this.changed.dispose();
    }

    private soon(): void {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.follow(), DELAY);
    }

    /** The last protocol stays while another kind of file is looked at. */
    private follow(): void {
        const document = window.activeTextEditor?.document;
        if (document?.languageId === 'crit') this.shown = document.uri.toString();
        this.changed.fire(undefined);
    }
}

function cohortItem({ id, title, state, enrols, uri, range }: OutlineCohort): TreeItem {
    const item = new TreeItem(id, TreeItemCollapsibleState.Expanded);
    item.id = id;
    if (title !== null) item.description = title;
    const says = enrols === false ? 'nobody can qualify' : enrols === true ? 'somebody can qualify' : ICONS[state].says;
    return placed(item, enrols === false ? 'error' : state, `${id}: ${says}.`, uri, range);
}

function criterionItem({ id, title, state, messages, uri, range }: OutlineCriterion): TreeItem {
    const item = new TreeItem(id, TreeItemCollapsibleState.None);
    if (title !== null) item.description = title;
    return placed(item, state, [`${id} ${ICONS[state].says}.`, ...messages].join('\n\n'), uri, range);
}

function placed(item: TreeItem, state: VerdictState, says: string, uri: string, range: OutlineCriterion['range']): TreeItem {
    const { icon, colour } = ICONS[state];
    item.iconPath = new ThemeIcon(icon, colour === undefined ? undefined : new ThemeColor(colour));
    item.tooltip = new MarkdownString().appendText(says);
    item.accessibilityInformation = { label: says };
    item.contextValue = state;
    if (range !== null) item.command = { title: 'Go to', command: 'crit.reveal', arguments: [uri, range] };
    return item;
}
