// Pattern-defeating quicksort (Orson Peters) and a stable sort, both in place by swaps alone.
//
// pdq_func.go is this file for lessSwap, made by gen/sort.sh.
package sort

import "math/bits"

const (
	insertionMax = 12 // up to here insertion sort is fastest
	medianMin    = 8  // from here the pivot is a median of three
	nintherMin   = 50 // from here it is a median of three medians
	mostSwaps    = 12 // swaps that choosing a ninther takes if the data runs backwards
	shiftsMax    = 5  // elements that tryFinish moves before it gives up
	stableRun    = 20 // runs that the stable sort sorts by insertion
)

// What choosing a pivot showed about the order of the data.
const (
	patternUnknown = iota
	patternIncreasing
	patternDecreasing
)

func insertionSort(data Interface, a, b int) {
	for i := a + 1; i < b; i++ {
		for j := i; j > a && data.Less(j, j-1); j-- {
			data.Swap(j, j-1)
		}
	}
}

// siftDown restores the heap data[base:base+n] whose element at root may be too small.
func siftDown(data Interface, root, n, base int) {
	for {
		child := 2*root + 1
		if child >= n {
			return
		}
		if child+1 < n && data.Less(base+child, base+child+1) {
			child++
		}
		if !data.Less(base+root, base+child) {
			return
		}
		data.Swap(base+root, base+child)
		root = child
	}
}

func heapSort(data Interface, a, b int) {
	n := b - a
	for i := (n - 1) / 2; i >= 0; i-- {
		siftDown(data, i, n, a)
	}
	for i := n - 1; i >= 0; i-- {
		data.Swap(a, a+i)
		siftDown(data, 0, i, a)
	}
}

// pdqsort sorts data[a:b]. badAllowed is how many unbalanced partitions it takes before it turns to heap sort.
func pdqsort(data Interface, a, b, badAllowed int) {
	balanced, partitioned := true, true // how the last partition went
	for b-a > insertionMax {
		if badAllowed == 0 {
			heapSort(data, a, b)
			return
		}
		if !balanced {
			breakPatterns(data, a, b)
			badAllowed--
		}
		pivot, pattern := choosePivot(data, a, b)
		if pattern == patternDecreasing {
			reverseRange(data, a, b)
			pivot = a + b - 1 - pivot
			pattern = patternIncreasing
		}
		if balanced && partitioned && pattern == patternIncreasing && tryFinish(data, a, b) {
			return
		}
		if a > 0 && !data.Less(a-1, pivot) {
			// The element before the range is a former pivot, and equals this one: so do many others, likely.
			a = partitionEqual(data, a, b, pivot)
			continue
		}
		var mid int
		mid, partitioned = partition(data, a, b, pivot)
		left, right, enough := mid-a, b-mid, (b-a)/8
		if left < right {
			balanced = left >= enough
			pdqsort(data, a, mid, badAllowed)
			a = mid + 1
		} else {
			balanced = right >= enough
			pdqsort(data, mid+1, b, badAllowed)
			b = mid
		}
	}
	insertionSort(data, a, b)
}

// partition puts what is less than data[pivot] before it and the rest behind. It returns where the pivot is now,
// and whether nothing else had to move.
func partition(data Interface, a, b, pivot int) (mid int, untouched bool) {
	data.Swap(a, pivot)
	i, j := a+1, b-1
	for rounds := 0; ; rounds++ {
		for i <= j && data.Less(i, a) {
			i++
		}
		for i <= j && !data.Less(j, a) {
			j--
		}
		if i > j {
			data.Swap(j, a)
			return j, rounds == 0
		}
		data.Swap(i, j)
		i++
		j--
	}
}

// partitionEqual puts what equals data[pivot] first and returns where the larger elements start. REQUIRES: none
// is smaller.
func partitionEqual(data Interface, a, b, pivot int) int {
	data.Swap(a, pivot)
	i, j := a+1, b-1
	for {
		for i <= j && !data.Less(a, i) {
			i++
		}
		for i <= j && data.Less(a, j) {
			j--
		}
		if i > j {
			return i
		}
		data.Swap(i, j)
		i++
		j--
	}
}

// tryFinish sorts data[a:b] if that takes moving a few elements only, and reports whether it is sorted.
func tryFinish(data Interface, a, b int) bool {
	i := a + 1
	for shifts := 0; shifts < shiftsMax; shifts++ {
		for i < b && !data.Less(i, i-1) {
			i++
		}
		if i == b {
			return true
		}
		if b-a < nintherMin {
			return false
		}
		data.Swap(i, i-1)
		if i-a >= 2 {
			for j := i - 1; j >= 1 && data.Less(j, j-1); j-- {
				data.Swap(j, j-1)
			}
		}
		if b-i >= 2 {
			for j := i + 1; j < b && data.Less(j, j-1); j++ {
				data.Swap(j, j-1)
			}
		}
	}
	return false
}

// breakPatterns swaps three elements around the middle with others at random (always the same ones for a length).
func breakPatterns(data Interface, a, b int) {
	n := b - a
	if n < medianMin {
		return
	}
	random := uint64(n)
	mask := uint(1)<<bits.Len(uint(n)) - 1
	middle := a + n/4*2
	for i := middle - 1; i <= middle+1; i++ {
		random ^= random << 13
		random ^= random >> 17
		random ^= random << 5
		other := int(uint(random) & mask)
		if other >= n {
			other -= n
		}
		data.Swap(i, a+other)
	}
}

// choosePivot returns a good pivot of data[a:b], and the pattern it saw on the way.
func choosePivot(data Interface, a, b int) (pivot, pattern int) {
	n := b - a
	swaps := 0
	i, j, k := a+n/4, a+n/4*2, a+n/4*3
	if n >= medianMin {
		if n >= nintherMin {
			i = median(data, i-1, i, i+1, &swaps)
			j = median(data, j-1, j, j+1, &swaps)
			k = median(data, k-1, k, k+1, &swaps)
		}
		j = median(data, i, j, k, &swaps)
	}
	switch swaps {
	case 0:
		return j, patternIncreasing
	case mostSwaps:
		return j, patternDecreasing
	}
	return j, patternUnknown
}

// median returns the index of the median of three elements and counts the exchanges that finding it took.
func median(data Interface, a, b, c int, swaps *int) int {
	if data.Less(b, a) {
		*swaps++
		a, b = b, a
	}
	if data.Less(c, b) {
		*swaps++
		b = c
	}
	if data.Less(b, a) {
		*swaps++
		b = a
	}
	return b
}

func reverseRange(data Interface, a, b int) {
	for i, j := a, b-1; i < j; i, j = i+1, j-1 {
		data.Swap(i, j)
	}
}

// stable sorts data[0:n]: short runs by insertion, then pairs of neighbours merged in place.
func stable(data Interface, n int) {
	for a := 0; a < n; a += stableRun {
		b := a + stableRun
		if b > n {
			b = n
		}
		insertionSort(data, a, b)
	}
	for size := stableRun; size < n; size *= 2 {
		for a := 0; a+size < n; a += 2 * size {
			b := a + 2*size
			if b > n {
				b = n
			}
			mergeInPlace(data, a, a+size, b)
		}
	}
}

// mergeInPlace merges the sorted data[a:m] and data[m:b]. It halves the longer one, finds where the middle
// element belongs in the other, and rotates so that two smaller merges are left.
func mergeInPlace(data Interface, a, m, b int) {
	for a < m && m < b {
		if m-a == 1 && b-m == 1 {
			if data.Less(m, a) {
				data.Swap(m, a)
			}
			return
		}
		var cutLeft, cutRight int
		if m-a > b-m {
			cutLeft = a + (m-a)/2
			cutRight = m
			for hi := b; cutRight < hi; { // the first on the right that is not less
				mid := int(uint(cutRight+hi) >> 1)
				if data.Less(mid, cutLeft) {
					cutRight = mid + 1
				} else {
					hi = mid
				}
			}
		} else {
			cutRight = m + (b-m)/2
			cutLeft = a
			for hi := m; cutLeft < hi; { // the first on the left that is greater
				mid := int(uint(cutLeft+hi) >> 1)
				if data.Less(cutRight, mid) {
					hi = mid
				} else {
					cutLeft = mid + 1
				}
			}
		}
		rotate(data, cutLeft, m, cutRight)
		middle := cutLeft + cutRight - m
		mergeInPlace(data, a, cutLeft, middle)
		a, m = middle, cutRight
	}
}

// rotate exchanges the neighbours data[a:m] and data[m:b].
func rotate(data Interface, a, m, b int) {
	if a == m || m == b {
		return
	}
	reverseRange(data, a, m)
	reverseRange(data, m, b)
	reverseRange(data, a, b)
}
