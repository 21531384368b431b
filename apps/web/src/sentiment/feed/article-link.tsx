import type { ReactNode } from 'react';

/** Whether an address of a stranger may be opened. */
function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^/]/i.test(url) && URL.canParse(url);
}

interface ArticleLinkProps {
  url: string;
  className?: string;
  children: ReactNode;
}

/** An article where it was published, in a tab of its own that learns nothing of this one. */
export function ArticleLink({ url, className, children }: ArticleLinkProps) {
  if (!isWebAddress(url)) return <span className={className}>{children}</span>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer" className={className}>
      {children}
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  );
}
