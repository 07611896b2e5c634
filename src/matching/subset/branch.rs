//! Branch and bound: largest amounts first, with what the rest can still add in either direction.

use super::{Found, Members, Problem, amounts_of, is_minimal};

struct Search<'p> {
    problem: &'p Problem,
    /// Positions by absolute amount, largest first; equal amounts stand together.
    order: Vec<usize>,
    /// Sums of the positive and of the negative amounts from each place on.
    most: Vec<i128>,
    least: Vec<i128>,
    chosen: Members,
    found: Found,
    steps: u64,
}

pub fn search(problem: &Problem) -> Found {
    let mut order: Vec<usize> = (0..problem.amounts.len()).collect();
    order.sort_by_key(|&at| {
        let amount = problem.amounts[at];
        (std::cmp::Reverse(amount.unsigned_abs()), amount, at)
    });
    let (mut most, mut least) = (vec![0; order.len() + 1], vec![0; order.len() + 1]);
    for place in (0..order.len()).rev() {
        let amount = i128::from(problem.amounts[order[place]]);
        most[place] = most[place + 1] + amount.max(0);
        least[place] = least[place + 1] + amount.min(0);
    }
    let found = Found { sets: Vec::new(), finished: true };
    let mut search = Search { problem, order, most, least, chosen: Vec::new(), found, steps: 0 };
    search.branch(0, 0);
    search.found
}

impl Search<'_> {
    /// Tries every set that goes on from here; `sum` is what was chosen so far.
    fn branch(&mut self, place: usize, sum: i128) {
        self.steps += 1;
        if self.steps > self.problem.steps_max {
            self.found.finished = false;
            return;
        }
        let (low, high) = (i128::from(self.problem.low), i128::from(self.problem.high));
        if place == self.order.len() {
            if !self.chosen.is_empty() && (low..=high).contains(&sum) {
                self.keep();
            }
            return;
        }
        if sum + self.most[place] < low || sum + self.least[place] > high {
            return;
        }
        let at = self.order[place];
        let amount = self.problem.amounts[at];
        if self.chosen.len() < self.problem.size_max {
            self.chosen.push(at);
            self.branch(place + 1, sum + i128::from(amount));
            self.chosen.pop();
        }
        if self.done() {
            return;
        }
        // Without this one, and then without any of its equals: another choice among equals is
        // the same answer.
        let mut next = place + 1;
        while next < self.order.len() && self.problem.amounts[self.order[next]] == amount {
            next += 1;
        }
        self.branch(next, sum);
    }

    fn done(&self) -> bool {
        self.found.sets.len() >= 2 || !self.found.finished
    }

    fn keep(&mut self) {
        let fresh = self
            .found
            .sets
            .iter()
            .all(|set| amounts_of(self.problem, set) != amounts_of(self.problem, &self.chosen));
        if fresh && self.found.sets.len() < 2 && is_minimal(self.problem, &self.chosen) {
            self.found.sets.push(self.chosen.clone());
        }
    }
}
