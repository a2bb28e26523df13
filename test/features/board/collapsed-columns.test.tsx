import { renderHook, waitFor } from '@testing-library/react'
import { act, type ReactNode } from 'react'
import { beforeEach, expect, test } from 'vitest'
import { useCollapsedColumns, useToggleColumn } from '../../../src/features/board/collapsed-columns.ts'
import { WorkspaceContext } from '../../../src/parts/workspace-context.ts'
import type { Workspace } from '../../../src/workspace/workspace.ts'

const columnsOf = (workspace: string) => {
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <WorkspaceContext value={{ id: workspace } as Workspace}>{children}</WorkspaceContext>
  )
  return renderHook(() => ({ collapsed: [...useCollapsedColumns()], toggle: useToggleColumn() }), { wrapper }).result
}

beforeEach(() => localStorage.clear())

test('which columns are narrow belongs to the workspace and goes with it', () => {
  const [office, sample] = [columnsOf('bauamt'), columnsOf('musterstadt')]
  act(() => office.current.toggle('doing'))
  expect([office.current.collapsed, sample.current.collapsed]).toEqual([['doing'], []])
  expect(Object.keys(localStorage)).toEqual(['lotse:bauamt:collapsed-columns'])
  act(() => office.current.toggle('doing'))
  expect(office.current.collapsed).toEqual([])
})

test('who folds a column by key goes on at its strip, and the other way round', async () => {
  const section = document.createElement('section')
  section.dataset['column'] = 'doing'
  section.innerHTML = '<header><button>In Arbeit ausklappen</button></header>'
  document.body.append(section)
  const office = columnsOf('bauamt')
  act(() => office.current.toggle('doing'))
  await waitFor(() => expect(section.querySelector('button')).toHaveFocus())
  section.remove()
})
