package heap

// fifo is a queue of nodes. It grows without moving what is in it.
type fifo struct {
	blocks [][]node // all but the last are full
	head   int      // of the first
	length int
	spare  []node
}

const fifoBlock = 4096

func (q *fifo) add(n node) {
	last := len(q.blocks) - 1
	if last < 0 || len(q.blocks[last]) == fifoBlock {
		q.blocks = append(q.blocks, q.spare[:0])
		q.spare = nil
		last++
	}
	q.blocks[last] = append(q.blocks[last], n)
	q.length++
}

// take returns the first, of which there must be one.
func (q *fifo) take() node {
	block := q.blocks[0]
	n := block[q.head]
	block[q.head] = node{}
	q.length--
	if q.head++; q.head == fifoBlock || q.length == 0 {
		q.blocks, q.head, q.spare = q.blocks[1:], 0, block
	}
	return n
}

// at returns where one is, counted from the first.
func (q *fifo) at(i int) *node {
	i += q.head
	return &q.blocks[i/fifoBlock][i%fifoBlock]
}
