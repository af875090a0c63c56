package background

import (
	"context"

	"standpoint/store"
)

// Reader is where the project is read, and who is told that it cannot be.
type Reader struct {
	Work    *Work
	Project func() *store.Project // the one that is open; nil if none is
	Failed  func(error) bool
}

// Read reads from the open project beside the window and shows the result, unless another project was opened meanwhile or a newer
// question was asked.
func Read[A any](r Reader, l *Latest, query func(context.Context, *store.Project) (A, error), show func(A)) {
	question := r.Work.ask(l)
	if r.Project() != nil {
		answer(r, question, query, show)
	}
}

// ReadOn is Read for an answer that is shown while it comes about: the query may hand over, again and again, what there is of it so far.
func ReadOn[A any](
	r Reader, l *Latest, query func(ctx context.Context, p *store.Project, soFar func(A)) (A, error), show func(A),
) {
	question := r.Work.ask(l)
	p := r.Project()
	if p == nil {
		return
	}
	soFar := func(a A) {
		r.Work.OnUI(func() {
			if question.isLatest() && r.Project() == p {
				show(a)
			}
		})
	}
	answer(r, question, func(ctx context.Context, p *store.Project) (A, error) { return query(ctx, p, soFar) }, show)
}

// answer is Read for a question that may have several answers.
func answer[A any](r Reader, q question, query func(context.Context, *store.Project) (A, error), show func(A)) {
	p := r.Project()
	r.Work.answer(q, func(ctx context.Context) func() {
		a, err := query(ctx, p)
		return func() {
			switch {
			case r.Project() != p:
			case err != nil:
				r.Failed(err)
			default:
				show(a)
			}
		}
	})
}
