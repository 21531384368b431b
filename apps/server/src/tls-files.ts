import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import type { TlsIdentity } from '@tidemark/http/root/server-limits';

/** Where certificate and key are kept, both PEM. The certificate's file has its chain too. */
export interface TlsFiles {
  TLS_CERT_FILE: string;
  TLS_KEY_FILE: string;
}

/**
 * Reads a certificate and its key.
 * @throws Error naming the file that cannot be used, and why; it repeats nothing of what is in it
 */
export function readTls(files: TlsFiles): TlsIdentity {
  const cert = textOf('TLS_CERT_FILE', files);
  const key = textOf('TLS_KEY_FILE', files);
  refuseUnless(
    files,
    'TLS_CERT_FILE',
    'has no certificate in PEM',
    () => new X509Certificate(cert),
  );
  refuseUnless(files, 'TLS_KEY_FILE', 'has no key in PEM without a passphrase', () =>
    createSecureContext({ key }),
  );
  refuseUnless(files, 'TLS_KEY_FILE', 'is not the key of the certificate in TLS_CERT_FILE', () =>
    createSecureContext({ cert, key }),
  );
  return { cert, key };
}

function textOf(name: keyof TlsFiles, files: TlsFiles): string {
  try {
    return readFileSync(files[name], 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(`${name}=${files[name]} cannot be read: ${inWords(code)}`, { cause: error });
  }
}

function refuseUnless(
  files: TlsFiles,
  name: keyof TlsFiles,
  fault: string,
  use: () => unknown,
): void {
  try {
    use();
  } catch (error) {
    throw new Error(`${name}=${files[name]} ${fault}`, { cause: error });
  }
}

function inWords(code = 'unknown reason'): string {
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES') return 'this user may not';
  return code === 'EISDIR' ? 'it is a folder' : code;
}
