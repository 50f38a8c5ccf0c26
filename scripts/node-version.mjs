// Stops with a plain sentence on a Node that cannot run this project. Imports nothing and uses old syntax only, so that old Nodes get that far.

/** Ends the process with exit code 2 unless this Node is 20.19 or later, 22.13 or later, or 24 or later. */
export function requireNodeVersion() {
    var version = process.versions.node.split('.').map(Number);
    var major = version[0];
    var minor = version[1];
    var fine = (major === 20 && minor >= 19) || (major === 22 && minor >= 13) || major >= 24;
    if (fine) return;
    console.error('Crit needs Node.js 20.19 or later, 22.13 or later, or 24 or later; this is Node.js ' + process.versions.node + '.');
    console.error('Install a current version of Node.js, then run the command again.');
    process.exit(2);
}
