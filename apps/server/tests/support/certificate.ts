import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A certificate that nobody has signed, and its key; PEM. */
export interface Certificate {
  cert: string;
  key: string;
}

/** Makes a certificate for names such as `DNS:localhost` and `IP:127.0.0.1`. */
export function makeCertificate(
  names: readonly string[] = ['DNS:localhost', 'IP:127.0.0.1'],
): Certificate {
  const dir = mkdtempSync(join(tmpdir(), 'tidemark-cert-'));
  const [key, cert] = [join(dir, 'key.pem'), join(dir, 'cert.pem')];
  const files = ['-keyout', key, '-out', cert];
  const subject = ['-subj', '/CN=tidemark', '-addext', `subjectAltName=${names.join(',')}`];
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  try {
    execFileSync('openssl', ['req', ...kind, ...files, ...subject], { stdio: 'ignore' });
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  } finally {
    rmSync(dir, { recursive: true });
  }
}
