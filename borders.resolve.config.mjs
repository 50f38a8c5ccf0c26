// How the check of the borders (.dependency-cruiser.mjs) finds the source of our own packages, so that nothing has to be built for it.
import path from 'node:path';

const packages = ['model', 'vocabulary', 'language', 'generate', 'analysis', 'evaluate', 'server', 'cli'];

export default {
    resolve: {
        alias: Object.fromEntries(packages.map((name) => [`@crit-lang/${name}`, path.resolve('packages', name, 'src')])),
        extensionAlias: { '.js': ['.ts', '.js'] },
    },
};
