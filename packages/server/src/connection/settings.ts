// What the editor can set, read from whatever it sends.

export interface Settings {
    /** Address of the pages of the findings, with `{name}`; null: findings lead to no page. */
    documentationUrl: string | null;
    /** The editor can show the documents of the shipped vocabulary. */
    vocabularyDocuments: boolean;
}

/** Settings from initialization options or a change of configuration (with or without the section `crit` around them); what is not given stays as it was. */
export function settingsFrom(given: unknown, before: Settings): Settings {
    const own = property(given, 'crit') ?? given;
    const url = property(own, 'documentationUrl');
    const documents = property(own, 'vocabularyDocuments');
    return {
        documentationUrl: typeof url === 'string' ? (/^https?:\/\/\S+$/.test(url.trim()) ? url.trim() : null) : before.documentationUrl,
        vocabularyDocuments: typeof documents === 'boolean' ? documents : before.vocabularyDocuments,
    };
}

export const DEFAULT_SETTINGS: Settings = { documentationUrl: null, vocabularyDocuments: false };

function property(holder: unknown, name: string): unknown {
    return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, name) ? (holder as Record<string, unknown>)[name] : undefined;
}
