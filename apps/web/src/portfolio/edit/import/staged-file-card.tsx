'use client';

import type { Portfolio } from '@tidemark/contracts/portfolio';
import type { StagedFile } from '@tidemark/contracts/portfolio-import';
import { X } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useSend, whyNot } from '../../../account/use-send.ts';
import { Button } from '../../../components/ui/button.tsx';
import { Panel } from '../../../components/ui/panel.tsx';
import { say } from '../../../components/ui/toasts.ts';
import { importsApi } from '../../../portfolio-api/imports-api.ts';
import { sizeWords } from './counts.ts';
import { FilePreview, RefusedFile } from './file-preview.tsx';
import { isByColumns, presetWords } from './preset-words.ts';
import { Progress } from './progress.tsx';
import type { Upload, Uploads } from './use-uploads.ts';

interface FileCardProps {
  name: string;
  /** Beside the name, quieter. */
  words: string;
  onForget: (() => void) | null;
  children: ReactNode;
}

function FileCard({ name, words, onForget, children }: FileCardProps) {
  const id = useId();
  return (
    <Panel aria-labelledby={id} className="gap-4 p-4">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 id={id} className="font-medium break-all">
            {name}
          </h2>
          <p className="text-xs text-muted">{words}</p>
        </div>
        {onForget !== null && (
          <Button
            variant="ghost"
            size="icon"
            aria-label={`Leave ${name} out`}
            onClick={onForget}
            className="-mt-1.5 -mr-1.5"
          >
            <X aria-hidden className="size-4" />
          </Button>
        )}
      </div>
      {children}
    </Panel>
  );
}

function wordsOf({ preset, state, bytes }: StagedFile): string {
  if (state === 'ready' && preset !== null && !isByColumns(preset)) {
    return `${presetWords(preset)} · ${sizeWords(bytes)}`;
  }
  return sizeWords(bytes);
}

/** A file that the server has: how far it is read, and what it would put in. */
export function StagedFileCard({ portfolio, file }: { portfolio: Portfolio; file: StagedFile }) {
  const forget = useSend(importsApi.endpoints.deleteStagedFile);
  async function leaveOut() {
    const ids = { portfolioId: portfolio.portfolio_id, fileId: file.file_id };
    const why = whyNot(await forget(ids));
    if (why !== null) say(`${file.name} is still there. ${why}`, { tone: 'fault' });
  }
  return (
    <FileCard name={file.name} words={wordsOf(file)} onForget={() => void leaveOut()}>
      {file.state === 'reading' && (
        <Progress label="Reading" done={file.bytes_read} of={file.bytes} />
      )}
      {file.state === 'ready' && <FilePreview portfolio={portfolio} file={file} />}
      {file.state === 'refused' && <RefusedFile portfolio={portfolio} file={file} />}
    </FileCard>
  );
}

/** A file on its way to the server. */
export function UploadCard({ upload, uploads }: { upload: Upload; uploads: Uploads }) {
  const { id, file, sent, failure } = upload;
  return (
    <FileCard
      name={file.name}
      words={sizeWords(file.size)}
      onForget={failure === null ? null : () => uploads.forget(id)}
    >
      {failure === null ? (
        <Progress label="Sending" done={sent} of={file.size} />
      ) : (
        <div role="alert" className="flex flex-wrap items-center justify-between gap-2">
          <p className="text-[0.8125rem] text-down">It was not taken. {failure}</p>
          <Button onClick={() => uploads.again(upload)}>Try again</Button>
        </div>
      )}
    </FileCard>
  );
}
