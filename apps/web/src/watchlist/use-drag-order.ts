'use client';

import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';
import { placeAt, shiftOf, type RowSpan } from './order.ts';

interface Drag {
  from: number;
  to: number;
  /** How far the pointer has gone, in pixels. */
  dy: number;
  /** Of the row that is dragged, in pixels. */
  height: number;
}

/** What a row's handle listens to, and where each row stands while one is dragged. */
export interface DragOrder {
  handleProps: (index: number) => {
    onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    onPointerUp: () => void;
    onPointerCancel: () => void;
  };
  /** Pixels to its own place; null: nothing is dragged. */
  shiftOf: (index: number) => number | null;
  dragged: number | null;
}

/** Orders the rows of a list by dragging their handles, by mouse, pen or finger; Escape lets go without a change. */
export function useDragOrder(
  rows: RefObject<HTMLElement | null>,
  onMove: (from: number, to: number) => void,
): DragOrder {
  const [drag, setDrag] = useState<Drag | null>(null);
  const start = useRef<{ y: number; spans: RowSpan[] } | null>(null);
  const active = drag !== null;

  useEffect(() => {
    if (!active) return;
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && setDrag(null);
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [active]);

  function begin(event: PointerEvent<HTMLElement>, from: number) {
    if (event.button !== 0 || rows.current === null) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const spans = [...rows.current.children].map((row) => row.getBoundingClientRect());
    start.current = { y: event.clientY, spans };
    const own = spans[from];
    setDrag({ from, to: from, dy: 0, height: own === undefined ? 0 : own.height });
  }
  function follow(event: PointerEvent<HTMLElement>) {
    const begun = start.current;
    if (drag === null || begun === null) return;
    const dy = event.clientY - begun.y;
    setDrag({ ...drag, dy, to: placeAt(begun.spans, drag.from, dy) });
  }
  function drop() {
    setDrag(null);
    if (drag !== null && drag.to !== drag.from) onMove(drag.from, drag.to);
  }
  return {
    handleProps: (index) => ({
      onPointerDown: (event) => begin(event, index),
      onPointerMove: follow,
      onPointerUp: drop,
      onPointerCancel: () => setDrag(null),
    }),
    shiftOf: (index) => {
      if (drag === null) return null;
      return index === drag.from ? drag.dy : shiftOf(index, drag);
    },
    dragged: drag?.from ?? null,
  };
}
