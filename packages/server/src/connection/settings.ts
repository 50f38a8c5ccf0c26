// What the editor can set, read from whatever it sends.

export interface Settings {
    /** Address of the pages of the findings, with `{name}`; null: findings lead to no page. */
    documentationUrl: string | null;
    /** The editor can show the documents of the shipped vocabulary. */
    vocabularyDocuments: boolean;
    /** What the criteria mean together is analysed. */
    analysis: boolean;
    /** What a line means and does not say is shown in it. */
    inlayHints: boolean;
    /** The editor shows the status of a file: it is told of each change. */
    status: boolean;
    /** The command of the editor that shows a patient who qualifies, taking a URI and a cohort; null: it has none. */
    witnessCommand: string | null;
}

/** Settings from initialization options or a change of configuration (with or without the section `crit` around them); what is not given stays as it was. */
export function settingsFrom(given: unknown, before: Settings): Settings {
    const own = property(given, 'crit') ?? given;
    const url = property(own, 'documentationUrl');
    const documents = property(own, 'vocabularyDocuments');
    const analysis = property(property(own, 'analysis'), 'enabled');
    const hints = property(property(own, 'inlayHints'), 'enabled');
    const status = property(own, 'status');
    const command = property(own, 'witnessCommand');
    return {
        documentationUrl: typeof url === 'string' ? (/^https?:\/\/\S+$/.test(url.trim()) ? url.trim() : null) : before.documentationUrl,
        vocabularyDocuments: typeof documents === 'boolean' ? documents : before.vocabularyDocuments,
        analysis: typeof analysis === 'boolean' ? analysis : before.analysis,
        inlayHints: typeof hints === 'boolean' ? hints : before.inlayHints,
        status: typeof status === 'boolean' ? status : before.status,
        witnessCommand: typeof command === 'string' && /^[\w.-]+$/.test(command) ? command : before.witnessCommand,
    };
}

export const DEFAULT_SETTINGS: Settings = {
    documentationUrl: null,
    vocabularyDocuments: false,
    analysis: true,
    inlayHints: true,
    status: false,
    witnessCommand: null,
};

function property(holder: unknown, name: string): unknown {
    return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, name) ? (holder as Record<string, unknown>)[name] : undefined;
}
