'use client';

import { Moon, Sun } from 'lucide-react';
import { Button } from '../components/ui/button.tsx';
import { useTheme, type Theme } from './theme.ts';

/** Changes between light and dark. `onChoose` makes it so. */
export function ThemeToggle({ onChoose }: { onChoose: (theme: Theme) => void }) {
  const theme = useTheme();
  return (
    <Button
      variant="ghost"
      size="icon"
      aria-label="Light theme"
      aria-pressed={theme === 'light'}
      onClick={() => onChoose(theme === 'light' ? 'dark' : 'light')}
    >
      <Sun aria-hidden className="size-[1.125rem] light:hidden" />
      <Moon aria-hidden className="hidden size-[1.125rem] light:block" />
    </Button>
  );
}
