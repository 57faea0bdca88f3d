// Which of the three grids the page stands in. The style sheet knows the same widths.

export type Layout = 'wide' | 'middle' | 'phone'

export function watchLayout(changed: (layout: Layout) => void, signal: AbortSignal): void {
  const wide = matchMedia('(min-width: 1280px)')
  const phone = matchMedia('(max-width: 720px)')
  const measure = () => changed(wide.matches ? 'wide' : phone.matches ? 'phone' : 'middle')
  wide.addEventListener('change', measure, { signal })
  phone.addEventListener('change', measure, { signal })
  measure()
}
