'use client';

import type { Portfolio } from '@tidemark/contracts/portfolio';
import { useEffect, useState } from 'react';
import { QueryFailure } from '../../components/ui/loaded.tsx';
import { useImportsQuery, useStagedFilesQuery } from '../../portfolio-api/imports-api.ts';
import { portfolioApi } from '../../portfolio-api/portfolio-api.ts';
import { useAppDispatch } from '../../store/store-provider.tsx';
import { CommitBar } from './import/commit-bar.tsx';
import { DropZone } from './import/drop-zone.tsx';
import { ImportList } from './import/import-list.tsx';
import { ImportResult } from './import/import-result.tsx';
import { StagedFileCard, UploadCard } from './import/staged-file-card.tsx';
import { useUploads } from './import/use-uploads.ts';

/** How often the server is asked how far it is. */
const ASK_MS = 700;

/** The files that wait to be put in, asked for again while one of them is read. */
function useFiles(portfolioId: string) {
  const [isReading, setReading] = useState(false);
  const query = useStagedFilesQuery(portfolioId, {
    pollingInterval: isReading ? ASK_MS : 0,
    refetchOnMountOrArgChange: true,
  });
  const reading = query.data?.some(({ state }) => state === 'reading') ?? false;
  if (reading !== isReading) setReading(reading);
  return { query, files: query.data ?? [], isReading: reading };
}

/** The imports until now, asked for again while one of them is under way. */
function useImports(portfolioId: string) {
  const [isWorking, setWorking] = useState(false);
  const { data: imports = [] } = useImportsQuery(portfolioId, {
    pollingInterval: isWorking ? ASK_MS : 0,
    refetchOnMountOrArgChange: true,
  });
  const working = imports.some(({ state }) => state === 'working');
  if (working !== isWorking) setWorking(working);
  const dispatch = useAppDispatch();
  // What is in the portfolio is another thing when an import has ended.
  useEffect(() => {
    if (!working) return;
    const types = ['Files', 'Mappings', 'Transactions', 'Computed'] as const;
    const tags = types.map((type) => ({ type, id: portfolioId }));
    return () => void dispatch(portfolioApi.util.invalidateTags(tags));
  }, [working, portfolioId, dispatch]);
  return imports;
}

/** Takes files into a portfolio: what each would put in is seen first, and all of it can be taken back. */
export function ImportPanel({ portfolio }: { portfolio: Portfolio }) {
  const { portfolio_id: portfolioId } = portfolio;
  const [begun, setBegun] = useState<string | null>(null);
  const uploads = useUploads(portfolioId);
  const { query, files, isReading } = useFiles(portfolioId);
  const imports = useImports(portfolioId);
  const result = imports.find(({ import_id }) => import_id === begun);
  const isWaiting = isReading || uploads.list.some(({ failure }) => failure === null);
  const hasFiles = files.length + uploads.list.length > 0;
  return (
    <div className="flex flex-col gap-3 md:gap-4">
      {result !== undefined && <ImportResult portfolio={portfolio} done={result} />}
      <DropZone
        small={hasFiles}
        onFiles={(chosen) => {
          setBegun(null);
          uploads.add(chosen);
        }}
      />
      {query.error !== undefined && query.data === undefined && (
        <QueryFailure title="The files that wait could not be loaded." query={query} />
      )}
      {files.toReversed().map((file) => (
        <StagedFileCard key={file.file_id} portfolio={portfolio} file={file} />
      ))}
      {uploads.list.map((upload) => (
        <UploadCard key={upload.id} upload={upload} uploads={uploads} />
      ))}
      <CommitBar portfolio={portfolio} files={files} isWaiting={isWaiting} onBegun={setBegun} />
      <ImportList portfolio={portfolio} imports={imports} />
    </div>
  );
}
