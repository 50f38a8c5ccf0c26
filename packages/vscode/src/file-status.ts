// Says in the status bar what the server says of the file in the active editor: being checked, proved, so many problems, not analysed.
import type { Disposable } from 'vscode';
import { EventEmitter, StatusBarAlignment, ThemeColor, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** What the server tells with `crit/status`. */
export interface Status {
    uri: string;
    state: 'checking' | 'proved' | 'problems' | 'not-analysed';
    text: string;
    detail: string;
    problems: number;
    cohorts: string[];
}

const ICONS: Readonly<Record<Status['state'], string>> = { checking: 'sync~spin', proved: 'pass', problems: 'warning', 'not-analysed': 'circle-slash' };

export class FileStatus implements Disposable {
    private readonly item = window.createStatusBarItem('crit.status', StatusBarAlignment.Left, 0);
    private readonly known = new Map<string, Status>();
    private readonly changed = new EventEmitter<string>();
    /** The URI of the file of which something new is known. */
    readonly onDidChange = this.changed.event;
    private readonly registrations: Disposable[];

    constructor(client: BaseLanguageClient) {
        this.item.name = 'Crit';
        this.registrations = [
            client.onNotification('crit/status', (status: Status) => {
                // The server may escape a URI otherwise than the editor; it answers with the editor's spelling.
                this.known.set(status.uri, status);
                this.show();
                this.changed.fire(status.uri);
            }),
            window.onDidChangeActiveTextEditor(() => this.show()),
        ];
        this.show();
    }

    dispose(): void {
        for (const registration of this.registrations) registration.dispose();
        this.item.dispose();
        this.changed.dispose();
    }

    private show(): void {
        const document = window.activeTextEditor?.document;
        const status = document?.languageId === 'crit' ? this.known.get(document.uri.toString()) : undefined;
        if (status === undefined) return this.item.hide();
        const { state, text, detail } = status;
        this.item.text = `$(${ICONS[state]}) Crit: ${text}`;
        this.item.tooltip = [text, detail].filter((part) => part !== '').join('\n');
        this.item.accessibilityInformation = { label: `Crit: ${text}` };
        this.item.backgroundColor = state === 'problems' ? new ThemeColor('statusBarItem.warningBackground') : undefined;
        this.item.command = state === 'problems' ? 'workbench.actions.view.problems' : state === 'proved' ? 'crit.showWitness' : undefined;
        this.item.show();
    }
}
