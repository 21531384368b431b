'use client';

import { Moon, Sun } from 'lucide-react';
import { Button } from '../components/ui/button.tsx';
import { chooseTheme, useTheme } from './theme.ts';

export function ThemeToggle() {
  const theme = useTheme();
  return (
    <Button
      variant="ghost"
      size="icon"
      aria-label="Light theme"
      aria-pressed={theme === 'light'}
      onClick={() => chooseTheme(theme === 'light' ? 'dark' : 'light')}
    >
      <Sun aria-hidden className="size-[1.125rem] light:hidden" />
      <Moon aria-hidden className="hidden size-[1.125rem] light:block" />
    </Button>
  );
}
