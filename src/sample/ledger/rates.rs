//! Lanes, the rate card, and what a charge comes to by it.

use super::{AIRPORTS, Charge, Job, LANES_PER_CLIENT, Lane, Ledger, Promotion, Rate, Written, day};
use crate::base::{Date, Decimal, round_to};
use crate::sample::service::{SERVICES, Service};

impl Ledger {
    pub(super) fn open_lanes(&mut self, client: usize) {
        let home = self.clients[client].home;
        let mut far: Vec<&str> = AIRPORTS.iter().copied().filter(|a| *a != home).collect();
        for _ in 0..LANES_PER_CLIENT {
            let at = self.random.between(0, far.len() as i64 - 1) as usize;
            let destination = far.remove(at).to_owned();
            let price = self.random.between(410, 960);
            self.add_lane(client, home, &destination, price);
        }
        self.add_accessorial_rates(client);
    }

    /// A lane with its rate for the year.
    pub fn add_lane(&mut self, client: usize, from: &str, to: &str, price: i64) -> usize {
        let lane = self.lane_without_rate(client, from, to, price);
        let rate = self.lane_rate(lane, day(1, 1), day(12, 31));
        self.rates.push(rate);
        lane
    }

    pub fn lane_without_rate(&mut self, client: usize, from: &str, to: &str, price: i64) -> usize {
        let price = price * self.clients[client].price_scale();
        let (origin, destination) = (from.to_owned(), to.to_owned());
        self.lanes.push(Lane { client, origin, destination, price, is_own: false });
        self.lanes.len() - 1
    }

    pub fn lane_rate(&self, lane: usize, valid_from: Date, valid_to: Date) -> Rate {
        let lane = &self.lanes[lane];
        let client = &self.clients[lane.client];
        let price = self.price(lane.client, lane.price);
        Rate {
            client_no: client.no.clone(),
            code: SERVICES[0].code,
            text: SERVICES[0].text,
            origin: lane.origin.clone(),
            destination: lane.destination.clone(),
            unit: SERVICES[0].unit,
            price,
            min: Some(price * Decimal::from(10)),
            max: Some(price * Decimal::ONE_THOUSAND),
            free_days: Some(5),
            weight_from: None,
            weight_to: None,
            valid_from,
            valid_to,
            currency: client.currency,
            written: Written::new(),
        }
    }

    pub fn add_accessorial_rates(&mut self, client: usize) {
        for service in &SERVICES[1..] {
            let price = self.accessorial_price(client, service);
            let client = &self.clients[client];
            self.rates.push(Rate {
                client_no: client.no.clone(),
                code: service.code,
                text: service.text,
                origin: String::new(),
                destination: String::new(),
                unit: service.unit,
                price,
                min: None,
                max: None,
                free_days: None,
                weight_from: None,
                weight_to: None,
                valid_from: day(1, 1),
                valid_to: day(12, 31),
                currency: client.currency,
                written: Written::new(),
            });
        }
    }

    pub(super) fn accessorial_price(&self, client: usize, service: &Service) -> Decimal {
        self.price(client, service.price * self.clients[client].price_scale())
    }

    pub(super) fn price(&self, client: usize, units: i64) -> Decimal {
        Decimal::new(units, self.clients[client].currency.exponent())
    }

    /// A promotion that was over before the first job: it changes no bill.
    pub(super) fn promise_in_spring(&mut self) {
        let lane = &self.lanes[0];
        self.promotions.push(Promotion {
            no: "SPRING-26",
            client: lane.client,
            code: SERVICES[0].code,
            origin: lane.origin.clone(),
            destination: lane.destination.clone(),
            percent: 5,
            valid_from: day(3, 1),
            valid_to: day(5, 31),
        });
    }

    /// Freight by the lane's price and the chargeable weight.
    pub fn freight(&self, job: &Job) -> Charge {
        let kilograms = Decimal::new(job.chargeable.unwrap_or(job.weight) * 5, 1);
        let price = self.price(job.client, self.lanes[job.lane].price);
        self.priced(job.client, &SERVICES[0], kilograms, price)
    }

    pub fn charge(&self, client: usize, service: &Service, qty: Decimal) -> Charge {
        self.priced(client, service, qty, self.accessorial_price(client, service))
    }

    pub fn priced(&self, client: usize, service: &Service, qty: Decimal, price: Decimal) -> Charge {
        let net = round_to(qty * price, self.clients[client].currency.exponent());
        let Service { code, text, unit, .. } = *service;
        Charge { code, text, qty, unit, price, net }
    }
}
